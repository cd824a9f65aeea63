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
// A comparison under way tells how far it is, and shows itself once it has come to its end.
(() => {
  const live = document.querySelector(".progress[data-progress]");
  if (!live) {
    return;
  }
  const text = live.querySelector(".progress-text");
  const bar = live.querySelector("progress");
  const trouble = live.querySelector(".progress-trouble");
  const look = async () => {
    try {
      const answer = await fetch(live.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) {
        return;
      }
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

// What is shown can be taken along; without this it is marked by hand.
document.querySelectorAll("[data-copy]").forEach((button) => {
  const shown = document.getElementById(button.dataset.copy);
  if (!shown || !navigator.clipboard) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(shown.textContent);
    button.textContent = button.dataset.copied;
  });
});

// Printing is one click where the browser lets a page ask for it.
const print = document.getElementById("print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// A time that comes nearer is counted on, with the texts that the page brought.
(() => {
  const clocks = [...document.querySelectorAll(".left[data-until]")];
  if (clocks.length === 0) {
    return;
  }
  const fill = (text, first, second) => text.replace("{0}", first).replace("{1}", second);
  const words = (clock) => {
    const seconds = Math.floor((Date.parse(clock.dataset.until) - Date.now()) / 1000);
    if (seconds <= 0) {
      return clock.dataset.over;
    }
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) {
      return fill(clock.dataset.days, Math.floor(hours / 24), "");
    }
    return hours > 0
      ? fill(clock.dataset.hours, hours, minutes % 60)
      : fill(clock.dataset.minutes, minutes, seconds % 60);
  };
  const tick = () => {
    for (const clock of clocks) {
      const text = words(clock);
      if (clock.textContent !== text) {
        clock.textContent = text;
      }
    }
  };
  tick();
  setInterval(tick, 1000);
})();

// A colleague was faster: said while somebody still thinks about a refund.
(() => {
  const told = document.getElementById("meanwhile");
  if (!told) {
    return;
  }
  let looks = 120; // ten minutes: an idle page must not keep its session alive
  const look = async () => {
    looks -= 1;
    if (!document.hidden) {
      try {
        const answer = await fetch(told.dataset.watch, { credentials: "same-origin" });
        if (!answer.ok) {
          return;
        }
        const { text } = await answer.json();
        if (text && told.textContent !== text) {
          told.hidden = false;
          told.textContent = text;
        }
      } catch (error) {
        // not now; the next look may tell
      }
    }
    if (looks > 0) {
      setTimeout(look, 5000);
    }
  };
  setTimeout(look, 3000);
})();

// All rows of the page with one click; without this each has its own box.
(() => {
  const all = document.getElementById("pick-all");
  if (!all) {
    return;
  }
  all.hidden = false;
  all.addEventListener("click", () => {
    const boxes = [...all.form.querySelectorAll("input[name='pick']")];
    const check = boxes.some((box) => !box.checked);
    boxes.forEach((box) => { box.checked = check; });
  });
})();
