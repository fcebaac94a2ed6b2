import type { SupernodeFigure } from '../widget/element.ts';
import type { WidgetProblem } from '../widget/declaration.ts';
import type { LiveFigure } from '../widget/liveFigure.ts';
import { readParameters } from '../widget/parameter.ts';
import type { SelectDetail, StateDetail } from '../widget/figureEvents.ts';
import { setTheme } from '../widget/theme.ts';
import { frameIdentity, heightDialects } from './dialects.ts';
import { frameParameters } from './frameParameters.ts';
import { heightReport } from './heightReport.ts';
import { hostMessage, sealed, type GuestMessage } from './protocol.ts';
import { foldIntoTabs } from './tabs.ts';

const around = window.parent === window ? undefined : window.parent;

function say(message: GuestMessage): void {
  // Our origin may be opaque and the page's is not known; nothing sent is a secret.
  around?.postMessage(sealed(message), '*');
}

function reportHeight(content: HTMLElement): void {
  const identity = frameIdentity(location.href);
  const report = heightReport();
  new ResizeObserver(() => {
    const box = content.getBoundingClientRect();
    const height = report(box.width, box.height);
    if (height === undefined) return;
    say({ type: 'height', height });
    for (const message of heightDialects(height, identity)) around?.postMessage(message, '*');
  }).observe(content);
}

/** Makes an embed page a good guest: it follows its address, tells its height and state, and hears what it is asked. */
export function beGuest(figure: SupernodeFigure, content: HTMLElement, tabRow: HTMLElement): void {
  const root = document.documentElement;
  const { values, problems } = readParameters(frameParameters, new URLSearchParams(location.search));
  setTheme(values.theme);
  root.dataset['chrome'] = values.chrome;
  root.dataset['size'] = values.size;
  if (values.size === 'fit') foldIntoTabs(root, tabRow, content);
  else if (around) reportHeight(content);
  /** Asks something of the figure once it is at work; where it does not come to that, the reader is told. */
  const ask = (question: (live: LiveFigure) => void) => void figure.live().then(question, () => {});
  if (problems.length > 0) ask((live) => live.show(problems));
  if (values.start === 'auto') figure.wake();

  /** What the frame's address asked for. */
  let first: StateDetail['parameters'] = {};
  figure.addEventListener('supernode:ready', (event) => {
    const { parameters } = (event as CustomEvent<StateDetail>).detail;
    first = parameters;
    say({ type: 'ready', widget: figure.getAttribute('widget') ?? '', state: parameters });
  });
  figure.addEventListener('supernode:state', (event) => {
    say({ type: 'state', state: (event as CustomEvent<StateDetail>).detail.parameters });
  });
  figure.addEventListener('supernode:select', (event) => {
    say({ type: 'select', part: (event as CustomEvent<SelectDetail>).detail.part });
  });
  figure.addEventListener('supernode:error', (event) => {
    const { sentence } = (event as CustomEvent<{ problem: WidgetProblem; sentence: string }>).detail;
    say({ type: 'error', message: sentence });
  });
  figure.addEventListener('supernode:fallback', (event) => {
    say({ type: 'fallback', message: (event as CustomEvent<{ sentence: string }>).detail.sentence });
  });

  if (!around) return;
  addEventListener('message', (event) => {
    const message = event.source === around ? hostMessage(event.data) : undefined;
    switch (message?.type) {
      case 'hello':
        root.dataset['hosted'] = '';
        break;
      case 'setTheme':
        setTheme(message.theme);
        break;
      case 'start':
        figure.wake();
        break;
      case 'setState':
        figure.drive(new URLSearchParams(message.state));
        break;
      case 'reset':
        figure.drive(new URLSearchParams(first));
        break;
      case 'getState':
        ask((live) => say({ type: 'state', state: live.state() }));
        break;
    }
  });
}
