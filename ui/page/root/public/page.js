// What Chainlit's page lacks: a live region, a way past the header, names for icons and numbers, and actions
// that travel over the socket, so that they reach the process that holds the conversation.
(() => {
  const words = JSON.parse(document.getElementById("zeterka-words").textContent);
  const plainFetch = window.fetch.bind(window);

  const overSocket = (name, payload, reply) => {
    window.postMessage({ zeterka: { name, payload } }, location.origin);
    const headers = { "Content-Type": "application/json" };
    return Promise.resolve(new Response(JSON.stringify({ success: true, ...reply }), { headers }));
  };

  window.fetch = (target, options) => {
    const path = new URL(typeof target === "string" ? target : target.url, location.href).pathname;
    const method = (options && options.method) || "GET";
    if (path.endsWith("/project/action") && method === "POST") {
      const { name, payload } = JSON.parse(options.body).action;
      return overSocket(name, payload, {});
    }
    if (path.endsWith("/feedback") && method === "PUT") {
      const { feedback } = JSON.parse(options.body);
      return overSocket("rate", feedback, { feedbackId: feedback.forId });
    }
    if (path.endsWith("/feedback") && method === "DELETE") {
      return Promise.resolve(new Response('{"success": true}', { headers: { "Content-Type": "application/json" } }));
    }
    return plainFetch(target, options);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="/page/card"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    overSocket("open", { id: new URL(link.href).searchParams.get("id") }, {});
  }, true);

  const live = document.createElement("div");
  live.id = "zeterka-live";
  live.className = "zeterka-hidden";
  live.setAttribute("role", "status");
  live.setAttribute("aria-live", "polite");
  live.setAttribute("lang", document.documentElement.lang);

  const skip = document.createElement("a");
  skip.className = "zeterka-skip";
  skip.href = "#chat-input";
  skip.textContent = words.skip;
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("chat-input")?.focus();
  });

  let said = "";
  let waiting = 0;
  const speak = () => {
    const messages = document.querySelectorAll(".ai-message .message-content, .ai-message .prose");
    const last = messages[messages.length - 1];
    const text = last ? last.innerText.trim() : "";
    if (text && text !== said) {
      live.textContent = text.startsWith(said) && said ? text.slice(said.length).trim() : text;
      said = text;
    }
  };

  const name = () => {
    document.getElementById("chat-input")?.setAttribute("aria-label", words.input);
    for (const link of document.querySelectorAll(".ai-message a[href]")) {
      const number = /^\[(\d+)\]$/.exec(link.textContent.trim());
      if (number && !link.hasAttribute("aria-label")) {
        link.setAttribute("aria-label", words.citation.replace("{n}", number[1]));
      }
    }
    for (const image of document.querySelectorAll("img:not([alt])")) image.alt = "";
    for (const button of document.querySelectorAll("button:not([data-zeterka])")) {
      const icon = [...(button.querySelector("svg")?.classList ?? [])].find((one) => one in words.icons);
      const label = words.buttons[button.id] || (icon && words.icons[icon]);
      const wordless = !button.innerText.trim() || button.id === "theme-toggle";
      if (label && wordless) { button.setAttribute("aria-label", label); button.dataset.zeterka = ""; }
    }
    const starters = document.getElementById("starters");
    if (starters && !document.getElementById("zeterka-notice")) {
      const notice = document.createElement("p");
      notice.id = "zeterka-notice";
      notice.className = "watermark";
      notice.textContent = words.notice;
      starters.after(notice);
    }
  };

  const start = () => {
    document.body.prepend(skip);
    document.body.append(live);
    const root = document.getElementById("root");
    root.setAttribute("role", "main");
    new MutationObserver(() => {
      name();
      clearTimeout(waiting);
      waiting = setTimeout(speak, 400);
    }).observe(root, { childList: true, subtree: true, characterData: true });
    name();
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start();
})();
