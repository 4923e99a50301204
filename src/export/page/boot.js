// Starts the program, and says what is missing where it cannot start. Whatever happens, what is served can be read.
(function (files) {
  var root = document.documentElement;
  // A copy opens with what was saved in it; where the address may not be changed, it is opened at the one it should have.
  if (root.dataset.saved && !location.search) {
    try { history.replaceState(null, '', root.dataset.saved); } catch (refused) { location.replace(root.dataset.saved); }
  }
  var wanted = language();
  // What stands here is in another language than the person's: it waits for the program, or for its failure.
  if (wanted && wanted !== root.lang.slice(0, 2)) root.dataset.waits = wanted;
  var scheme = /[?&]scheme=(light|dark)(&|$)/.exec(location.search);
  if (scheme) root.dataset.scheme = scheme[1];
  if (/[?&]mode=embed(&|$)/.test(location.search)) root.dataset.mode = 'embed';
  // What stands here is the whole record: until the program shows what the address asks for, the page says so.
  if (/[?&](view=(?!timeline)|region|kind|theme|country|who|org|stance|precision|time|q|background|story|data|pin)/.test(location.search)) root.dataset.asks = '';

  // The address says it, or the page has one language, or the browser asks for one.
  function language() {
    var asked = /[?&]lang=(en|zh)(&|$)/.exec(location.search);
    if (asked) return asked[1];
    if (root.dataset.lang) return root.dataset.lang;
    var tags = (navigator.languages || []).map(function (tag) { return tag.slice(0, 2).toLowerCase(); });
    return tags.filter(function (tag) { return tag === 'en' || tag === 'zh'; })[0];
  }

  function fail(error) {
    var box = document.getElementById('failure');
    // The program says by itself that it has stopped.
    if (!box.hidden) return;
    var why = reason(error);
    box.dataset.why = why;
    if (root.dataset.waits) box.dataset.also = root.dataset.waits;
    delete root.dataset.waits;
    if ('asks' in root.dataset) box.dataset.asks = '';
    delete root.dataset.asks;
    document.getElementById('failure-detail').textContent = why === 'no-wasm' ? '' : error.message;
    box.hidden = false;
  }

  function reason(error) {
    if (error instanceof SyntaxError) return 'damaged';
    if (typeof WebAssembly === 'object') {
      if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return 'damaged';
      if (error instanceof WebAssembly.RuntimeError) return 'stopped';
    }
    return error.why || 'missing';
  }

  function problem(why, message) {
    var error = new Error(message);
    error.why = why;
    return error;
  }

  var parsed = new Promise(function (done) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', done);
    else done();
  });

  // In a frame, which part of it its reader sees; the page around need not tell. Only what is seen starts to draw.
  var isFramed = window.parent !== window && !!window.IntersectionObserver;
  var part = null;
  var ready = Promise.all([parsed, isFramed && new Promise(watch)]);

  function watch(done) {
    var steps = [];
    for (var i = 0; i <= 100; i += 1) steps.push(i / 100);
    new IntersectionObserver(function (entries) {
      var entry = entries[entries.length - 1];
      if (!entry.isIntersecting) return;
      part = entry.intersectionRect;
      done();
      if (document.querySelector('.card, dialog[open]')) place();
    }, { threshold: steps }).observe(root);
    // What a person or the page around opens will stand in that part. Told only now, since all styles hang on it.
    ['pointerdown', 'keydown', 'message'].forEach(function (name) { addEventListener(name, place, true); });
  }

  function place() {
    if (!part) return;
    root.style.setProperty('--unseen-above', Math.max(0, Math.round(part.top)) + 'px');
    root.style.setProperty('--unseen-below', Math.max(0, Math.round(innerHeight - part.bottom)) + 'px');
  }

  // What is not seen at first has a style sheet of its own, which the program asks for with what it styles. It comes
  // once, for all who ask; another page in its place, or a part of it, lacks its last rule, and it is asked for again.
  var later;
  window.gsiStyle = function () {
    later = later || new Promise(function (done, failed) {
      if (!files.later) return done();
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = files.later;
      link.onerror = function () {
        later = null;
        link.remove();
        failed(problem('missing', files.later));
      };
      link.onload = function () {
        if (getComputedStyle(root).getPropertyValue('--styled')) done();
        else link.onerror();
      };
      document.head.appendChild(link);
    });
    return later;
  };

  // The program as one script, with nothing to ask for.
  function classic() {
    return new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.charset = 'utf-8';
      script.src = files.classic;
      script.onload = function () {
        if (window.gsiTimeline) done(window.gsiTimeline);
        else failed(problem('damaged', files.classic));
      };
      script.onerror = function () { failed(problem('missing', files.classic)); };
      document.head.appendChild(script);
    }).then(function (run) { return ready.then(run); });
  }

  function answer(how) {
    return fetch(files.wasm, how).then(function (answer) {
      if (!answer.ok) throw problem('missing', files.wasm + ': ' + answer.status);
      return answer;
    });
  }

  // Ready for the moment in which a frame is seen: the connection is not held open until then.
  function compiled(how) {
    return answer(how).then(function (answer) { return answer.arrayBuffer(); }).then(function (bytes) { return WebAssembly.compile(bytes); });
  }

  // What a narrow window shows has files of its own, and what a search looks in; src/ui/phone.rs asks for the same
  // width, and src/ui/texts.rs for the same addresses.
  function ahead() {
    if (isFramed) return;
    if (matchMedia('(max-width: 37.49rem)').matches) preload(files.narrow);
    if (/[?&]((pin\.)?q|event)=/.test(location.search)) {
      preload(files.texts);
      if (files.later) preload([files.later], 'style');
    }
  }

  function preload(addresses, style) {
    (addresses || []).forEach(function (address) {
      var link = document.createElement('link');
      link.rel = 'preload';
      link.as = style || 'fetch';
      if (!style) link.crossOrigin = 'anonymous';
      link.href = address;
      document.head.appendChild(link);
    });
  }

  function modular() {
    ahead();
    // Many frames that start together share one download; where the browser cannot keep it, all but one of them fail.
    var wasm = !isFramed ? answer() : compiled().catch(function (error) {
      if (error.why || reason(error) !== 'missing') throw error;
      return compiled({ cache: 'no-store' });
    });
    var module = import(files.module);
    return Promise.all([module, wasm, ready]).then(function (all) {
      return all[0].default({ module_or_path: all[1] });
    });
  }

  function start() {
    if (typeof WebAssembly !== 'object') return Promise.reject(problem('no-wasm', ''));
    // Modules and requests need an origin; a sandboxed frame, and a page that lies in a folder, have none.
    // A copy in one file has its program in it.
    if (window.gsiProgram) return ready.then(window.gsiProgram);
    if (files.classic && (self.origin === 'null' || location.protocol === 'file:')) return classic();
    return modular().catch(function (error) {
      // What keeps a file of an unusual kind from arriving may let a script pass.
      if (!files.classic || reason(error) !== 'missing') throw error;
      return classic().catch(function () { throw error; });
    });
  }

  start().catch(function (error) { parsed.then(function () { fail(error); }); });
})
