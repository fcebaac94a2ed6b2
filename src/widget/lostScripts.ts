const touches = ['pointerdown', 'touchstart', 'keydown'] as const;

/** Says in every figure that its code did not come, with a button that tries again. */
function tell(again: () => void): void {
  for (const place of document.querySelectorAll<HTMLElement>('supernode-figure [data-slot="problem"]')) {
    const line = document.createElement('p');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = place.dataset['again'] ?? '';
    button.onclick = again;
    line.append(`${place.dataset['failed']} `, button);
    place.replaceChildren(line);
    place.hidden = false;
  }
}

/**
 * Asks again, at the next touch, for scripts of the page that did not come. A script alone is asked for under another
 * address; where what it imports did not come either, the document remembers that, and the page is loaded again.
 */
export function mendScripts(): void {
  const lost = new Set<string>();
  let times = 0;
  const again = async () => {
    for (const address of lost) {
      const there = await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
      if (!there) continue;
      lost.delete(address);
      times++;
      await import(/* @vite-ignore */ `${address}?again=${times}`).catch(() => location.reload());
    }
    if (lost.size > 0) return;
    for (const type of touches) removeEventListener(type, touched, true);
    for (const place of document.querySelectorAll<HTMLElement>('[data-slot="problem"]:has(> p > button)'))
      place.hidden = true;
  };
  let mending: Promise<void> | undefined;
  const touched = () => {
    mending ??= again().finally(() => {
      mending = undefined;
    });
  };
  const failed = ({ target }: Event) => {
    if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return;
    lost.add(target.src);
    tell(touched);
    for (const type of touches) addEventListener(type, touched, true);
  };
  addEventListener('error', failed, true);
}
