// Typing a part chooses it; choosing everything forgets the part.
document.addEventListener("input", (event) => {
  const part = document.getElementById("extent-part");
  const amount = document.getElementById("amount");
  if (!part || !amount) {
    return;
  }
  if (event.target === amount && amount.value !== "") {
    part.checked = true;
  } else if (event.target.id === "extent-full") {
    amount.value = "";
  } else if (event.target === part) {
    amount.focus();
  }
});

// A download tells how far it has come; without this it merely downloads.
const exportLink = document.getElementById("export");
if (exportLink) {
  const told = document.getElementById("export-progress");
  let asking = 0;
  const ask = async () => {
    const answer = await fetch(exportLink.dataset.progress, { credentials: "same-origin" });
    if (!answer.ok) {
      told.textContent = "";
      return;
    }
    const progress = await answer.json();
    told.textContent = progress.text;
    if (progress.state === "writing" || progress.state === "waiting") {
      asking = setTimeout(ask, 1000);
    }
  };
  exportLink.addEventListener("click", () => {
    clearTimeout(asking);
    asking = setTimeout(ask, 300);
  });
}
