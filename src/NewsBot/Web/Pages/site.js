// The pages work without this file. It scrolls to the cited sentence where the address names no place, and says that an answer is on its way.
const cited = document.getElementById("s1");
if (cited && !location.hash) cited.scrollIntoView({ block: "center" });

for (const form of document.querySelectorAll("form.ask")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.textContent = "Reading…";
    form.setAttribute("aria-busy", "true");
  });
}

// A page that comes back out of the browser's memory waits for nothing.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form.ask")) {
    form.querySelector("button").textContent = "Ask";
    form.removeAttribute("aria-busy");
  }
});
