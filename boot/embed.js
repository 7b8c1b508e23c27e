// The widget on somebody else's page: `<script data-target="…">`, `<which-side target="…">` or `Whichside.render(node, {…})`.
//
// Until the visitor clicks it draws one button and does nothing else. The click makes a frame of our own origin, and all that
// is measured, judged and shown is that frame's (src/widget). Host and frame speak by messages, version 1 (crates/embed);
// what comes is taken from this frame and our origin only, and never becomes markup.

(() => {
  const TAG = "which-side";
  // By the prototype's own getter, and only a script: an <img name="currentScript"> of a host that shows its visitors' HTML would
  // stand in its place, and the frame would be its author's. Such names stand for other members of `document`, too: where one is
  // needed below, another way to it is taken, but for `createElement`, without which the host's own scripts are dead.
  const current = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get.call(document);
  const script = current instanceof HTMLScriptElement ? current : null;

  if (!customElements.get(TAG)) define();
  if (script?.hasAttribute("data-target")) place();

  /** Puts the element right after the script that asks for it. */
  function place() {
    const asked = script.dataset;
    if (script.closest("head")) {
      return console.warn(`Whichside: nothing can be shown in <head>. Move the script to where the widget should stand, or put <${TAG} target="${asked.target}"></${TAG}> there.`);
    }
    const next = script.nextElementSibling;
    // A single-page host may bring a page back with the script and what the script had put there.
    if (!script.isConnected || (next?.localName === TAG && next.getAttribute("target") === asked.target)) return;
    const element = document.createElement(TAG);
    for (const name of ["target", "status", "theme", "lang", "mode"]) {
      if (name in asked) element.setAttribute(name, asked[name]);
    }
    script.after(element);
  }

  function define() {
    if (!script?.src) return console.warn("Whichside: the loader must come by a <script src> of its own, which tells where the frame is.");
    const base = new URL(/\/embed\/v1[^/]*$/.test(new URL(script.src).pathname) ? "../" : "./", script.src);
    /** A frame that has not said hello by then is taken to be kept out. */
    const PATIENCE_MS = 10_000;
    /** What is said in each language, by the keys of LoaderKey in crates/embed. The build writes it here from words/*.po. */
    const WORDS = WHICHSIDE_LOADER_WORDS;
    const DARK = "--paper:#1c1f25;--ink:#ecedf0;--edge:#6f7683;--accent:var(--which-side-accent,#8db8f0);--on-accent:var(--which-side-on-accent,#10131a);color-scheme:dark";
    const sheet = new CSSStyleSheet();
    // A host's policy lets a sheet be made by a script where it forbids <style>. Nothing moves, fades or covers the frame: the
    // frame asks its browser whether it is seen whole.
    sheet.replaceSync(`
      :host{all:initial;display:inline-block;font:16px/1.3 var(--which-side-font,system-ui,sans-serif);--paper:#fff;--ink:#1b1d22;--edge:#8a8778;--accent:var(--which-side-accent,#1f4e8c);--on-accent:var(--which-side-on-accent,#fff);color-scheme:light}
      :host([theme=dark i]){${DARK}}
      @media(prefers-color-scheme:dark){:host(:not([theme=light i])){${DARK}}}
      :host([hidden]){display:none}
      *{box-sizing:border-box;font:inherit}
      [hidden]{display:none!important}
      :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
      [part=open]{display:inline-flex;align-items:center;justify-content:center;min-block-size:46px;padding:8px 20px;border:2px solid var(--accent);border-radius:var(--which-side-radius,12px);background:var(--accent);color:var(--on-accent);font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
      [part=open]:hover{filter:brightness(1.1)}
      [part=panel]{padding:0;border:0;outline:1px solid var(--edge);inline-size:320px;block-size:440px;max-inline-size:100vw;max-block-size:100vh;overflow:hidden;background:var(--paper);color:var(--ink)}
      dialog:not([open]){display:none}
      [open],div[part=panel]{display:flex;flex-direction:column}
      ::backdrop{background:#0008}
      .bar{display:flex;align-items:center;justify-content:space-between;flex:none;block-size:40px;padding-inline-start:12px;font-weight:600}
      [part=close]{inline-size:40px;block-size:40px;padding:0;border:0;background:none;color:inherit;font-size:24px;line-height:1;cursor:pointer}
      [part=close]:focus-visible{outline-offset:-3px}
      p{margin:0;padding:12px}
      a{color:var(--accent)}
      [part=frame]{display:block;flex:1;min-block-size:0;inline-size:100%;border:0}
      .inline{display:grid;place-items:center;block-size:440px;outline:1px solid var(--edge);background:var(--paper)}
      .inline [part=panel]{inline-size:100%;block-size:100%;outline:0}
      .badge{position:fixed;z-index:2147483647;inset-block-end:16px;inset-inline-end:16px;display:flex;flex-direction:column;align-items:end;gap:8px;max-inline-size:calc(100vw - 32px)}
      .badge [part=panel]{position:static;margin:0;max-inline-size:100%;max-block-size:calc(100vh - 86px)}
      :host([mode=inline i]){display:block;inline-size:100%;min-inline-size:280px;max-inline-size:640px}
    `);

    /** An address of the web in full, or nothing: relative to the page it stands on. */
    function address(text, relative) {
      try {
        const { href, protocol } = new URL(text, relative);
        if (/^https?:$/.test(protocol) && href.length <= 2048) return href;
      } catch {}
    }

    function make(name, properties, ...children) {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    }

    class WhichSide extends HTMLElement {
      static observedAttributes = ["target", "status", "theme", "lang", "mode"];
      #root = this.attachShadow({ mode: "open" });
      #mode;
      #open;
      #panel;
      #close;
      #failure;
      #frame;
      #heard;
      #patience;
      #stands;
      #ready;

      constructor() {
        super();
        this.#root.adoptedStyleSheets = [sheet];
        this.#promise();
      }

      /** Settles when the frame stands ready: fulfilled with the element, or rejected where the frame was kept out. */
      get ready() {
        return this.#ready;
      }

      connectedCallback() {
        this.#draw();
      }

      /** Moved by a host that knows how to: nothing is lost. */
      connectedMoveCallback() {}

      disconnectedCallback() {
        this.#end();
        this.#root.replaceChildren();
        this.#open = this.#panel = undefined;
      }

      attributeChangedCallback(name, before, after) {
        if (!this.#open || before === after) return;
        if (name !== "mode" && this.#panel && this.#target) {
          this.#say();
          this.#tell();
        } else {
          this.#end();
          this.#draw();
        }
      }

      /** Opens the panel, as a click on the button does. What is checked starts by a click inside of it. */
      execute() {
        if (!this.#panel || this.#shown) return;
        if (!this.#frame) this.#begin();
        if (this.#mode === "button") this.#panel.showModal();
        else if (this.#mode === "badge") this.#panel.show();
        else this.#panel.hidden = !(this.#open.hidden = true);
        this.#open.ariaExpanded = true;
        this.#frame.focus();
      }

      /** Back to the closed button, and the frame to where it began. */
      reset() {
        this.#send({ type: "reset" });
        this.#shut();
      }

      get #target() {
        return address(this.getAttribute("target"));
      }

      get #shown() {
        return this.#mode === "inline" ? this.#open.hidden : this.#panel.open;
      }

      get #language() {
        // As a text, whatever a field of the host's visitors may have put in its place.
        return `${this.closest("[lang]")?.lang || document.documentElement.lang || navigator.language}`.slice(0, 35);
      }

      /** The full page, with the target filled in. */
      get #page() {
        const target = this.getAttribute("target");
        return base + (target ? `#url=${encodeURIComponent(target)}` : "");
      }

      /** A new promise for `ready`. */
      #promise() {
        this.#ready = new Promise((...settle) => (this.#stands = settle));
        // Who does not ask is told by the panel.
        this.#ready.catch(() => {});
      }

      /** Draws the closed button, or the link where there is no target to check. */
      #draw() {
        const given = (this.getAttribute("mode") ?? "").toLowerCase();
        this.#mode = ["inline", "badge"].includes(given) ? given : "button";
        const box = make("div", { className: this.#mode });
        this.#panel = undefined;
        if (this.#target) {
          this.#open = make("button", { part: "open", type: "button", onclick: () => (this.#shown ? this.#shut() : this.execute()) });
          this.#close = make("button", { part: "close", type: "button", onclick: () => this.#shut() }, "×");
          this.#failure = make("p", { hidden: true, role: "alert" });
          const inside = [make("div", { className: "bar" }, "Whichside", this.#close), this.#failure];
          if (this.#mode === "inline") {
            this.#panel = make("div", { part: "panel", role: "group", hidden: true }, ...inside);
          } else {
            // A click beside a modal dialog is one on it, as nothing of it is left uncovered.
            const onclick = ({ target }) => target === this.#panel && this.#shut();
            this.#panel = make("dialog", { part: "panel", onclick, onclose: () => this.#closed() }, ...inside);
            this.#open.ariaHasPopup = "dialog";
          }
          this.#open.ariaExpanded = false;
          // A modal dialog closes by Escape of itself.
          if (this.#mode !== "button") this.#panel.onkeydown = ({ key }) => key === "Escape" && this.#shut();
          // The badge's panel stands above its button.
          box.append(this.#panel);
        } else {
          this.#open = make("a", { part: "open", href: this.#page, target: "_blank", rel: "noopener" });
        }
        box.append(this.#open);
        this.#root.replaceChildren(box);
        this.#say();
      }

      /** Puts the words there, in the language of the place. */
      #say() {
        const [language] = this.#language.toLowerCase().split("-");
        const lang = Object.hasOwn(WORDS, language) ? language : "en";
        const { Question: question, Close: close, Failure: failure, Link: link } = WORDS[lang];
        this.#open.textContent = question;
        const said = { lang, dir: lang === "ar" ? "rtl" : "ltr" };
        Object.assign(this.#open, said);
        if (!this.#panel) return;
        Object.assign(this.#panel, said, { ariaLabel: question });
        this.#close.ariaLabel = close;
        this.#failure.replaceChildren(failure, " ", make("a", { href: this.#page, target: "_blank", rel: "noopener" }, link));
        if (this.#frame) this.#frame.title = `Whichside: ${question}`;
      }

      /** Makes the frame, and listens for what comes from it. */
      #begin() {
        this.#frame = make("iframe", {
          part: "frame",
          // Probes need scripts and our own origin, the way to the full page a tab without this sandbox. Nothing else is allowed.
          sandbox: "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
          referrerPolicy: "no-referrer",
          src: base + "widget/",
        });
        this.#failure.hidden = true;
        this.#say();
        addEventListener("message", this.#hear);
        addEventListener("securitypolicyviolation", this.#refused);
        this.#patience = setTimeout(() => this.#fail("the frame does not answer"), PATIENCE_MS);
        this.#panel.append(this.#frame);
      }

      /** Takes the frame away, with all that waits for it. */
      #end() {
        removeEventListener("message", this.#hear);
        this.#waited();
        if (!this.#frame) return;
        this.#frame.remove();
        this.#frame = undefined;
        this.#heard = false;
        this.#stands[1](new Error("Whichside: the widget was taken away"));
        this.#promise();
      }

      /** Whether the frame comes is known. */
      #waited() {
        clearTimeout(this.#patience);
        removeEventListener("securitypolicyviolation", this.#refused);
      }

      #shut() {
        if (!this.#panel || !this.#shown) return;
        if (this.#mode !== "inline") return this.#panel.close();
        this.#panel.hidden = !(this.#open.hidden = false);
        this.#closed();
      }

      #closed() {
        // It may be open again, or gone, by the time its browser tells.
        if (!this.#panel || this.#shown) return;
        this.#open.ariaExpanded = false;
        // Back from where the visitor was, unless that was elsewhere in the host's page.
        const { activeElement } = this.getRootNode();
        if ([null, this, document.body].includes(activeElement)) this.#open.focus();
        // What did not come is tried anew by the next click.
        if (!this.#failure.hidden) this.#end();
      }

      #fail(why) {
        this.#waited();
        this.#failure.hidden = false;
        this.#stands[1](new Error(`Whichside: ${why}`));
      }

      #refused = ({ blockedURI, disposition, effectiveDirective }) => {
        if (disposition === "report" || effectiveDirective !== "frame-src" || !blockedURI.startsWith(base.origin)) return;
        console.warn(`Whichside: this page’s Content-Security-Policy keeps the widget’s frame out. Add to it: frame-src ${base.origin}`);
        // Browsers show a page of their own in its place.
        this.#frame.hidden = true;
        this.#fail("the page’s policy keeps the frame out");
      };

      #send(message) {
        // Before its hello the frame is still an empty page of the host's.
        if (this.#heard) this.#frame.contentWindow?.postMessage(JSON.stringify({ whichside: 1, ...message }), base.origin);
      }

      /** Tells the frame what it is about. */
      #tell() {
        const status = this.getAttribute("status");
        const theme = this.getAttribute("theme")?.toLowerCase();
        this.#send({
          type: "open",
          target: this.#target,
          status: status ? address(status, this.baseURI) : undefined,
          theme: ["light", "dark"].includes(theme) ? theme : "auto",
          language: this.#language,
          mode: this.#mode,
        });
      }

      #hear = ({ source, origin, data }) => {
        if (source !== this.#frame.contentWindow || origin !== base.origin || typeof data !== "string" || data.length > 8192) return;
        let said;
        try {
          said = JSON.parse(data);
        } catch {}
        if (said?.whichside !== 1) return;
        if (said.type === "hello") {
          this.#waited();
          this.#heard = true;
          // It came late, after all.
          if (!this.#failure.hidden) this.#promise();
          this.#failure.hidden = true;
          this.#tell();
        } else if (said.type === "ready") {
          this.#stands[0](this);
        } else if (said.type === "close") {
          this.#shut();
        } else if (said.type === "verdict") {
          const { target, state, side, cause, confidence, causeConfidence } = said;
          const detail = { target, state, side, cause, confidence, causeConfidence };
          const asWords = [target, state, side, cause, confidence, causeConfidence].every((value) => typeof value === "string");
          if (!asWords || !/^(running|done)$/.test(state) || !/^(yours|theirs|works|unknown)$/.test(side)) return;
          if (!/^[a-z-]{1,40}$/.test(cause) || ![confidence, causeConfidence].every((value) => /^[01]\.\d\d$/.test(value))) return;
          this.dispatchEvent(new CustomEvent("whichside-verdict", { bubbles: true, detail }));
          this.onVerdict?.(detail);
        }
      };
    }

    customElements.define(TAG, WhichSide);
    window.Whichside = {
      /** Puts a widget at the end of a node. */
      render(node, { onVerdict, ...options }) {
        const element = document.createElement(TAG);
        for (const name of WhichSide.observedAttributes) {
          if (options[name] != null) element.setAttribute(name, options[name]);
        }
        element.onVerdict = onVerdict;
        node.append(element);
        return element;
      },
      /** Calls back once the page stands. */
      ready(callback) {
        if (document.readyState !== "loading") callback();
        else document.addEventListener("DOMContentLoaded", () => callback(), { once: true });
      },
    };
  }
})();
