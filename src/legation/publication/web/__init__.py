"""Pages of publication for those who publish."""
