/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
'use strict';

// The order page asks its own server how things stand: often at first, then less often, never while nobody looks.
(function watchOrder() {
  const order = document.getElementById('order');
  if (!order || order.dataset.mayChange !== 'true') {
    return;
  }
  const fastest = 2000;
  const slowest = 15000;
  let wait = fastest;
  let mark = null;
  let timer = null;

  async function redraw() {
    const answer = await fetch(window.location.pathname, { headers: { Accept: 'text/html' } });
    if (!answer.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('order');
    const mine = document.getElementById('order');
    if (fresh && mine) {
      // What is read aloud must stay the same element: only its contents change.
      const status = mine.querySelector('.status');
      status.className = fresh.querySelector('.status').className;
      status.replaceChildren(...fresh.querySelector('.status').childNodes);
      mine.querySelector('aside').replaceWith(fresh.querySelector('aside'));
      document.title = page.title;
    }
  }

  async function look() {
    timer = null;
    let mayChange = true;
    try {
      const answer = await fetch(order.dataset.state, { headers: { Accept: 'application/json' } });
      if (answer.ok) {
        const state = await answer.json();
        if (mark !== null && state.mark !== mark) {
          await redraw();
          wait = fastest;
        }
        mark = state.mark;
        mayChange = state.mayChange;
      }
    } catch (unreachable) {
      wait = slowest;
    }
    if (mayChange) {
      wait = Math.min(wait * 1.15, slowest);
      schedule();
    }
  }

  function schedule() {
    if (timer === null && !document.hidden) {
      timer = window.setTimeout(look, wait);
    }
  }

  document.addEventListener('visibilitychange', () => {
    wait = fastest;
    schedule();
  });
  mark = order.dataset.mark || null;
  schedule();
})();

// A form that takes a moment says so, and cannot be sent twice.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.hasAttribute('data-once')) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  const button = form.querySelector('button[data-busy]');
  if (button) {
    button.textContent = button.dataset.busy;
    button.setAttribute('aria-busy', 'true');
  }
});

// Coming back with the browser's arrow shows the form as it was, ready to be sent.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    window.location.reload();
  }
});

// One open menu at a time, closed by Escape.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    document.querySelectorAll('details.regions[open]').forEach((menu) => {
      menu.removeAttribute('open');
      menu.querySelector('summary').focus();
    });
  }
});
document.addEventListener('click', (event) => {
  document.querySelectorAll('details.regions[open]').forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.removeAttribute('open');
    }
  });
});

// A method whose picture does not come shows the sign of its kind instead.
document.querySelectorAll('.method-logo img').forEach((picture) => {
  if (picture.complete && picture.naturalWidth === 0) {
    picture.remove();
  } else {
    picture.addEventListener('error', () => picture.remove());
  }
});
