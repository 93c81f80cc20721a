// Only improves what works without it: suggestions while typing, fields that offer, upload progress, looking again, passkeys.
(() => {
  "use strict";
  const box = document.querySelector("[data-suggest]");
  if (box) {
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.labels[0] ? box.labels[0].textContent : "");
    box.parentNode.append(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-expanded", "false");
    let asked = 0, chosen = -1, wait;
    const show = (titles) => {
      list.replaceChildren(...titles.map((title, at) => {
        const item = document.createElement("li");
        item.textContent = title;
        item.dir = "auto";
        item.id = "suggestion-" + at;
        item.setAttribute("role", "option");
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(title); });
        return item;
      }));
      chosen = -1;
      list.hidden = titles.length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
      box.removeAttribute("aria-activedescendant");
    };
    const take = (title) => { box.value = title; show([]); box.form.requestSubmit(); };
    box.addEventListener("input", () => {
      clearTimeout(wait);
      const text = box.value.trim(), mine = ++asked;
      if (text.length < 2) { show([]); return; }
      wait = setTimeout(async () => {
        try {
          const answer = await fetch(box.dataset.suggest + "?q=" + encodeURIComponent(text));
          if (answer.ok && mine === asked) show(await answer.json());
        } catch { /* the search works without */ }
      }, 150);
    });
    box.addEventListener("keydown", (event) => {
      const items = [...list.children];
      if (list.hidden || items.length === 0) return;
      if (event.key === "Escape") { show([]); event.preventDefault(); return; }
      if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(items[chosen].textContent); return; }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : items.length - 1 + (chosen < 0 ? 1 : 0))) % items.length;
      items.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
      box.setAttribute("aria-activedescendant", items[chosen].id);
    });
    box.addEventListener("blur", () => show([]));
  }

  // Passkeys, where the browser has them: it is asked to sign, and what it signed goes with the form.
  if (window.PublicKeyCredential && navigator.credentials) {
    const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    const text = (made) => btoa(String.fromCharCode(...new Uint8Array(made))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    for (const box of document.querySelectorAll("[data-passkey]")) {
      const [field, button, failed] = ["input[type=hidden]", "button", "[role=alert]"].map((part) => box.querySelector(part));
      box.hidden = false;
      // A form that has no other button: Enter presses this one.
      if (!field.form.querySelector("button:not([type=button])")) field.form.addEventListener("submit", (event) => { event.preventDefault(); button.click(); });
      button.addEventListener("click", async () => {
        failed.hidden = button.disabled = true;
        try {
          const answer = await fetch(box.dataset.passkey, { method: "POST", body: new URLSearchParams([["do", "begin"], ...[...new FormData(field.form)].filter(([name]) => name === "kept-for")]) });
          // Who they are is asked first.
          if (answer.redirected) { location.assign(answer.url); return; }
          const asked = await answer.json();
          asked.challenge = bytes(asked.challenge);
          for (const one of [asked.user, ...(asked.excludeCredentials || [])]) if (one) one.id = bytes(one.id);
          const made = await navigator.credentials[asked.user ? "create" : "get"]({ publicKey: asked });
          const response = {};
          for (const part of parts) if (made.response[part]) response[part] = text(made.response[part]);
          field.value = JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response });
          field.form.submit();
        } catch { failed.hidden = false; }
        button.disabled = false;
      });
    }
  }

  // A field that names one of many offers what fits.
  for (const field of document.querySelectorAll("[data-offer]")) {
    let wait, asked = 0;
    field.addEventListener("input", () => {
      clearTimeout(wait);
      const text = field.value.trim(), mine = ++asked;
      if (text.length < 2) return;
      wait = setTimeout(async () => {
        try {
          const answer = await fetch(field.dataset.offer + "?q=" + encodeURIComponent(text));
          if (!answer.ok || mine !== asked) return;
          field.list.replaceChildren(...(await answer.json()).map((one) => new Option(one, one)));
        } catch { /* what is typed is looked up when it is sent */ }
      }, 150);
    });
  }

  // The page of a file that is being read looks again by itself.
  const again = document.querySelector("[data-again]");
  if (again) {
    let tries = 0;
    const look = async () => {
      try {
        const answer = await fetch(again.dataset.again);
        const text = await answer.text();
        if (answer.ok && !text.includes("data-again=")) { location.reload(); return; }
      } catch { /* the link below does the same */ }
      if (++tries < 60) setTimeout(look, 1500);
    };
    setTimeout(look, 1000);
  }

  // A long upload shows how far it is. The answer is shown as the browser would have.
  const form = document.querySelector("form[data-upload]");
  if (form) {
    form.addEventListener("submit", (event) => {
      const file = form.querySelector("input[type=file]");
      if (!file || !file.files.length || file.files[0].size < 200000) return;
      event.preventDefault();
      const bar = document.createElement("progress");
      bar.className = "bar";
      bar.max = 100;
      bar.setAttribute("aria-label", form.dataset.upload);
      form.querySelector(".actions").prepend(bar);
      const button = form.querySelector(".actions button");
      button.disabled = true;
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.upload.addEventListener("progress", (step) => { if (step.lengthComputable) bar.value = (100 * step.loaded) / step.total; });
      const usual = () => { button.disabled = false; bar.remove(); form.removeAttribute("data-upload"); HTMLFormElement.prototype.submit.call(form); };
      request.addEventListener("error", usual);
      request.addEventListener("load", () => {
        if (request.status < 400 && request.responseURL && request.responseURL !== form.action) { location.assign(request.responseURL); return; }
        document.open(); document.write(request.responseText); document.close();
      });
      request.send(new FormData(form));
    });
  }
  // Copying what stands elsewhere on the page; without this script it is selected by hand.
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const label = button.textContent;
      try { await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim()); button.textContent = button.dataset.copied; } catch { return; }
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
  // Whatever is put into a text comes behind the line in which somebody wrote last.
  const caret = document.querySelector("input[data-caret]");
  if (caret) {
    const text = caret.form.elements[caret.dataset.caret];
    if (caret.value) {
      // Back from putting something in: behind it.
      const end = text.value.split("\n").slice(0, +caret.value).join("\n").length;
      text.focus();
      text.setSelectionRange(end, end);
      text.scrollIntoView({ block: "center" });
    }
    text.addEventListener("blur", () => { caret.value = text.value.slice(0, text.selectionStart).split("\n").length; });
  }
  // What is written saves itself as a draft, and says when. A form that is sent, or left by a link, meanwhile waits for that.
  const draft = document.querySelector("form[data-autosave]");
  if (draft) {
    const said = draft.querySelector("[data-saved]"), number = draft.elements.revision;
    let wait, saving, dirty = false, pressed;
    const save = async () => {
      const fields = new URLSearchParams(new FormData(draft));
      fields.set("do", "draft");
      dirty = false;
      try {
        const answer = await fetch(draft.action, { method: "POST", body: fields });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const now = page.querySelector("form[data-autosave] input[name=revision]");
        if (!answer.ok || !now) throw new Error();
        number.value = now.value;
        const time = new Date().toLocaleTimeString(document.documentElement.lang + "-u-nu-latn", { hour: "2-digit", minute: "2-digit", hour12: false });
        said.textContent = draft.dataset.autosave.replace("{time}", time);
      } catch { dirty = true; said.textContent = draft.dataset.unsaved; }
    };
    // One after the other: each knows the number of the one before.
    const next = () => {
      clearTimeout(wait);
      const mine = (saving || Promise.resolve()).then(save).then(() => { if (saving === mine) saving = undefined; });
      saving = mine;
      return mine;
    };
    draft.addEventListener("input", () => { dirty = true; clearTimeout(wait); wait = setTimeout(next, 3000); });
    draft.addEventListener("submit", (event) => {
      clearTimeout(wait);
      if (!saving) { dirty = false; return; }
      event.preventDefault();
      const first = !pressed;
      pressed = event.submitter;
      if (first) saving.then(() => draft.requestSubmit(pressed));
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("main a[href]");
      if (!link || !dirty || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.hash && link.pathname === location.pathname) return;
      event.preventDefault();
      next().then(() => { if (!dirty) location.assign(link.href); });
    });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  }
  // A form that does not save itself is not left by mistake once something was written in it.
  const guarded = document.querySelector("form[data-guard]");
  if (guarded) {
    let written = false;
    guarded.addEventListener("input", () => { written = true; });
    guarded.addEventListener("submit", () => { written = false; });
    addEventListener("beforeunload", (event) => { if (written) event.preventDefault(); });
  }
  // A link that is handed over is taken whole.
  for (const field of document.querySelectorAll("main input[readonly]")) for (const way of ["focus", "click"]) field.addEventListener(way, () => field.select());
  // Menus close like menus: on Escape, and when something else is pressed.
  const menus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("click", (event) => { for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false; });
  const problem = document.getElementById("error-summary");
  if (problem) problem.focus();
})();
