/* Copyright the Saphan authors. SPDX-License-Identifier: Apache-2.0 */
// What pages do by themselves: follow the payment, count down, send each form once. Everything works without it,
// by hand: the server makes the pages, this only fetches them again.
(() => {
  'use strict';

  const say = text => {
    const place = document.getElementById('say');
    if (place && text) place.textContent = text;
  };
  const page = () => document.getElementById('page');
  const clockDifference = () => Number(page()?.dataset.now ?? Date.now()) - loadedAt;
  let loadedAt = Date.now();
  const serverNow = () => Date.now() + clockDifference();

  // ---- forms: a second click does nothing until the page comes back

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('[data-once]') || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.querySelectorAll('button').forEach(button => button.setAttribute('aria-disabled', 'true'));
  });
  const release = () => document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('button').forEach(button => button.removeAttribute('aria-disabled'));
  });

  // ---- countdown, by the server's clock

  let told = Infinity;
  const spoken = [3600, 1800, 600, 300, 60, 30, 10];

  const left = seconds => {
    const two = number => String(number).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const rest = two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
    return hours > 0 ? hours + ':' + rest : rest;
  };

  const count = () => {
    const place = document.querySelector('[data-until]');
    if (!place) return;
    const seconds = Math.max(0, Math.ceil((Number(place.dataset.until) - serverNow()) / 1000));
    place.querySelector('[data-left]').textContent = left(seconds);
    place.closest('.countdown')?.classList.toggle('soon', seconds <= 60 && Boolean(place.dataset.minutes));
    const milestone = spoken.find(mark => seconds <= mark && seconds > mark - 3 && told > mark);
    if (milestone && place.dataset.minutes) {
      told = milestone;
      const minutes = milestone >= 60;
      say((minutes ? place.dataset.minutes : place.dataset.seconds)
        .replace('#', minutes ? milestone / 60 : milestone));
    }
    if (seconds === 0 && place.dataset.up) runOut(place);
  };

  const runOut = place => {
    const over = document.querySelector('[data-over]');
    if (over?.hidden) {
      over.hidden = false;
      over.parentElement.classList.add('over');
      say(place.dataset.up);
    }
  };

  // ---- the picture of the code

  const watchPicture = () => {
    const picture = document.querySelector('[data-qr]');
    const missing = document.querySelector('[data-qr-missing]');
    if (!picture || !missing) {
      document.querySelector('[data-qr-retry]')?.addEventListener('click', () => location.reload());
      return;
    }
    const lost = () => {
      picture.hidden = true;
      missing.hidden = false;
    };
    picture.addEventListener('error', lost);
    picture.addEventListener('load', () => {
      picture.hidden = false;
      missing.hidden = true;
    });
    missing.querySelector('[data-qr-retry]').addEventListener('click', () => {
      picture.src = picture.src.split('?')[0] + '?again=' + Date.now();
    });
    if (picture.complete && picture.naturalWidth === 0) lost();
  };

  // ---- back to the shop, once

  const forward = () => {
    const link = document.querySelector('[data-forward]');
    const note = document.querySelector('[data-forward-note]');
    if (!link || !note) return;
    const mark = 'saphan-forwarded-' + link.dataset.forward;
    try {
      if (sessionStorage.getItem(mark)) return;
      sessionStorage.setItem(mark, 'yes');
    } catch {
      return;
    }
    let seconds = 8;
    const text = note.querySelector('[data-text]');
    const tick = () => {
      text.textContent = text.dataset.text.replace('#', seconds);
      if (seconds === 0) {
        clearInterval(timer);
        location.assign(link.href);
      }
      seconds -= 1;
    };
    const timer = setInterval(tick, 1000);
    note.querySelector('[data-stay]').addEventListener('click', () => {
      clearInterval(timer);
      note.hidden = true;
      link.focus();
    });
    note.hidden = false;
    tick();
  };

  // ---- live: fetch the page again when the payment has another version
  // The stream beats every two seconds. One that keeps silent is held back on its way, as some proxies do with answers
  // that do not end: the page then asks, and tries the stream again later.

  const DEAF_AFTER = 4000;
  const DEAF_FOR = 60000;
  const RHYTHM = 3000;
  const LONGEST_PAUSE = 20000;
  const quickly = () => ({ cache: 'no-store', signal: AbortSignal.timeout(10000) });

  let stream;
  let watchdog;
  let timer;
  let pause = RHYTHM;
  let fetching = false;

  const refresh = async () => {
    if (fetching) return;
    fetching = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, ...quickly() });
      if (answer.status >= 500) {
        ask(RHYTHM);
        return;
      }
      if (answer.redirected || !answer.ok) {
        location.reload();
        return;
      }
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } finally {
      fetching = false;
    }
  };

  const show = fresh => {
    const next = fresh.getElementById('page');
    const now = page();
    if (!next || !now) {
      location.reload();
      return;
    }
    const quiet = now.hasAttribute('data-quiet');
    if (quiet && now.contains(document.activeElement) && document.activeElement.matches('input, select')) return;
    const same = next.dataset.state === now.dataset.state && next.dataset.attempt === now.dataset.attempt
      && next.dataset.view === now.dataset.view && next.dataset.list === now.dataset.list;
    if (same) {
      now.dataset.version = next.dataset.version;
      return;
    }
    const typed = document.querySelector('[data-code]')?.value;
    loadedAt = Date.now();
    now.replaceWith(document.adoptNode(next));
    document.title = fresh.title;
    const field = document.querySelector('[data-code]');
    if (field && typed) field.value = typed;
    begin();
    if (quiet) return;
    const heading = document.querySelector('#page h1');
    say(heading?.textContent);
    if (!document.querySelector('[autofocus]')) heading?.focus({ preventScroll: true });
    document.dispatchEvent(new Event('saphan:shown'));
  };

  const heard = version => {
    const known = page()?.dataset.version;
    if (known !== undefined && String(version) !== known) refresh().catch(() => ask(RHYTHM));
  };

  const isWatching = () => !document.hidden && page()?.hasAttribute('data-live');

  const ask = wait => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (!isWatching()) return;
      pause = Math.min(pause * 1.5, LONGEST_PAUSE);
      try {
        const answer = await fetch(page().dataset.path + '/state' + (page().dataset.query ?? ''), quickly());
        if (answer.redirected) {
          location.reload();
          return;
        }
        if (answer.ok) {
          pause = RHYTHM;
          heard((await answer.json()).version);
        }
      } catch {
        // no network: the next question may get through
      }
      ask(pause);
    }, wait);
  };

  const hangUp = () => {
    stream?.close();
    stream = undefined;
    clearTimeout(watchdog);
    clearTimeout(timer);
  };

  const expectSign = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      hangUp();
      ask(0);
      watchdog = setTimeout(listen, DEAF_FOR);
    }, DEAF_AFTER);
  };

  const sign = () => {
    clearTimeout(timer);
    expectSign();
  };

  const listen = () => {
    hangUp();
    if (!isWatching()) return;
    if (page().hasAttribute('data-poll') || !('EventSource' in window)) {
      ask(0);
      return;
    }
    const opened = new EventSource(page().dataset.path + '/events');
    stream = opened;
    expectSign();
    opened.addEventListener('beat', sign);
    opened.addEventListener('version', event => {
      sign();
      heard(event.data);
    });
    opened.addEventListener('error', () => {
      if (stream === opened) ask(RHYTHM / 2);
    });
  };

  const begin = () => {
    told = Infinity;
    count();
    watchPicture();
    forward();
    document.querySelector('form[data-go]')?.requestSubmit();
    if (!page()?.hasAttribute('data-live')) hangUp();
  };

  document.addEventListener('visibilitychange', () => {
    pause = RHYTHM;
    listen();
    if (!document.hidden) ask(0);
  });
  window.addEventListener('pageshow', event => {
    release();
    if (event.persisted) location.reload();
  });
  window.addEventListener('pagehide', hangUp);

  if (new URLSearchParams(location.search).has('problem')) {
    const address = new URL(location.href);
    address.searchParams.delete('problem');
    history.replaceState(null, '', address);
  }
  setInterval(count, 1000);
  begin();
  listen();
})();
