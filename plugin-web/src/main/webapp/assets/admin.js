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
