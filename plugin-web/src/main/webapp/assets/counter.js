/* Copyright the Saphan authors. SPDX-License-Identifier: Apache-2.0 */
// The code field of the till. A scanner is a keyboard that types very fast; under a Thai layout its digits come out as
// Thai letters, so what counts is which key was pressed, not what it would write.
(() => {
  'use strict';

  const KEY = /^(?:Digit|Numpad)([0-9])$/;
  const KEDMANEE = 'จๅ/-ภถุึคต';
  const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙';

  const field = () => document.querySelector('[data-code]');

  const digits = text => [...text].map(character => {
    if (/[0-9]/.test(character)) return character;
    const wide = character.charCodeAt(0) - 0xff10;
    if (wide >= 0 && wide <= 9) return String(wide);
    const thai = THAI_DIGITS.indexOf(character);
    if (thai >= 0) return String(thai);
    const layout = KEDMANEE.indexOf(character);
    return layout >= 0 && character !== '-' && character !== '/' ? String(layout) : '';
  }).join('');

  const type = digit => {
    const input = field();
    input.setRangeText(digit, input.selectionStart, input.selectionEnd, 'end');
  };

  const isElsewhere = target => target !== field()
    && (target.matches?.('input:not([type=radio]), select, textarea, a, button') ?? false);

  document.addEventListener('keydown', event => {
    if (!field() || event.ctrlKey || event.altKey || event.metaKey || isElsewhere(event.target)) return;
    const key = KEY.exec(event.code);
    const digit = key ? key[1] : /^[0-9]$/.test(event.key) ? event.key : undefined;
    if (digit !== undefined) {
      event.preventDefault();
      if (document.activeElement !== field()) field().focus();
      type(digit);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (field().value !== '') field().form.requestSubmit();
    } else if (event.target === field() && event.key.length === 1) {
      event.preventDefault();
    }
  });

  document.addEventListener('input', event => {
    if (event.target === field() && !event.isComposing) {
      const clean = digits(field().value);
      if (clean !== field().value) field().value = clean;
    }
  });
  document.addEventListener('compositionend', event => {
    if (event.target === field()) field().value = digits(field().value);
  });

  // ---- camera

  const FORMATS = ['code_128', 'qr_code', 'code_39', 'ean_13', 'itf'];

  const explain = kind => {
    const note = document.querySelector('[data-camera-none]');
    note.textContent = note.dataset[kind];
    note.hidden = false;
    document.querySelector('[data-camera-start]').hidden = true;
  };

  const look = async (video, detector, stream) => {
    while (video.isConnected && stream.active) {
      const found = await detector.detect(video).catch(() => []);
      const code = found.map(one => digits(one.rawValue)).find(text => text.length >= 10 && text.length <= 32);
      if (code) {
        field().value = code;
        field().form.requestSubmit();
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 150));
    }
    stream.getTracks().forEach(track => track.stop());
  };

  const start = async () => {
    if (!window.isSecureContext) return explain('insecure');
    if (!('BarcodeDetector' in window) || !navigator.mediaDevices) return explain('unsupported');
    const known = await BarcodeDetector.getSupportedFormats().catch(() => []);
    const formats = FORMATS.filter(format => known.includes(format));
    if (formats.length === 0) return explain('unsupported');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const video = document.querySelector('[data-camera-picture]');
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      look(video, new BarcodeDetector({ formats }), stream);
    } catch {
      explain('refused');
    }
  };

  document.addEventListener('click', event => {
    if (event.target.closest('[data-camera-start]')) start();
  });
  document.addEventListener('saphan:shown', () => field()?.focus());
})();
