// While the worker has the file: asks every second how far it is, and loads the page anew once there is something to see.
// Without script, "Look again" does the same.

const EVERY = 1000;

async function isWaiting() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    return answer.redirected === false && (await answer.text()).includes("data-waiting");
  } catch {
    return true; // no connection now: it is asked again
  }
}

async function look() {
  if (await isWaiting()) setTimeout(look, EVERY);
  else location.reload();
}

if (document.querySelector("[data-waiting]")) setTimeout(look, EVERY);
