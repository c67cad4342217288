"""Pictures that pages show: shapes of state, and geometry of drawings as plain numbers for SVG attributes."""
