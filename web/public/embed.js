/*
 * Shows the workshop finder in the place of this script's tag, on any site:
 * <script src="https://…/embed.js" data-query="kind=deep-dive&near=80202" async></script>
 * As it stands in browsers: no build, nothing newer than ES2019.
 */
(() => {
  const script = document.currentScript;
  const address = new URL('/embed/workshops', script.src);
  address.search = script.dataset.query || '';

  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = script.dataset.title || 'Find a workshop';
  frame.loading = 'lazy';
  frame.allow = 'geolocation';
  // One by one: a page's Content Security Policy may refuse a `style` attribute.
  frame.style.display = 'block';
  frame.style.width = '100%';
  frame.style.height = '800px';
  frame.style.border = '0';

  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const { type, height } = event.data || {};
    if (type !== 'deep-dive:height' || !Number.isFinite(height)) return;
    frame.style.height = `${Math.min(20000, Math.max(200, Math.ceil(height)))}px`;
  });

  script.after(frame);
})();
