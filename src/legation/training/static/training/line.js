// Tries camera, microphone, sound and line in the browser alone. Nothing is sent but one small file asked for again.
const box = document.querySelector("[data-line]");
const part = (name) => box.querySelector(`[data-${name}]`);
const words = box.dataset;
const TRIES = 5;

async function hear(stream) {
  const context = new AudioContext();
  const listener = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(listener);
  const samples = new Float32Array(listener.fftSize);
  const measure = () => {
    listener.getFloatTimeDomainData(samples);
    part("level").value = Math.min(1, Math.max(...samples.map(Math.abs)) * 2);
    requestAnimationFrame(measure);
  };
  measure();
}

async function device(kind, wanted, shown) {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    part(kind).textContent = words.works;
    await shown(stream);
  } catch {
    part(kind).textContent = words.fails;
  }
}

async function line() {
  const times = [];
  let octets = 0;
  let began = performance.now();
  for (let count = 0; count < TRIES; count += 1) {
    const asked = performance.now();
    const answer = await fetch(`${words.probe}?${asked}`, { cache: "no-store" });
    times.push(performance.now() - asked);
    octets += (await answer.arrayBuffer()).byteLength;
  }
  const seconds = (performance.now() - began) / 1000;
  const speed = Math.round((octets * 8) / 1000 / seconds);
  const wait = Math.round(times.sort((one, other) => one - other)[Math.floor(TRIES / 2)]);
  const said = speed >= 512 && wait <= 400 ? words.quick : speed >= 64 && wait <= 1000 ? words.slow : words.bad;
  part("told").textContent = `${said} (${wait} ${words.milliseconds}, ${speed} ${words.speed})`;
}

part("start").addEventListener("click", async () => {
  await device("camera", { video: true }, async (stream) => {
    part("picture").srcObject = stream;
    part("picture").hidden = false;
    await part("picture").play();
  });
  await device("microphone", { audio: true }, hear);
  try {
    await line();
  } catch {
    part("told").textContent = words.bad;
  }
});

part("tone").addEventListener("click", () => {
  const context = new AudioContext();
  const tone = context.createOscillator();
  tone.connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.6);
});
