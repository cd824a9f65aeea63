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

// A comparison under way tells how far it is, and shows itself once it has come to its end.
(() => {
  const live = document.querySelector("[data-progress]");
  if (!live) {
    return;
  }
  const text = live.querySelector(".progress-text");
  const bar = live.querySelector("progress");
  const trouble = live.querySelector(".progress-trouble");
  const look = async () => {
    try {
      const answer = await fetch(live.dataset.progress, { headers: { Accept: "application/json" } });
      const state = await answer.json();
      if (!state.busy) {
        location.reload();
        return;
      }
      if (text.textContent !== state.text) {
        text.textContent = state.text;
      }
      if (state.share >= 0) {
        bar.value = state.share;
      } else {
        bar.removeAttribute("value");
      }
      if (trouble.textContent !== state.trouble) {
        trouble.textContent = state.trouble;
      }
    } catch (error) {
      // not now; the next look may tell
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 1000);
})();
