/**
 * The messages between an embed and the page around it. Version 1 never changes its meaning; see `docs/embedding.md`.
 * Every message is plain data: `{ source: 'supernode', version: 1, type, … }`.
 */
export const messageSource = 'supernode';
export const messageVersion = 1;

/** Parameters as printed in an address. */
export type State = Readonly<Record<string, string>>;

/** What an embed tells the page around it. */
export type GuestMessage =
  | { readonly type: 'ready'; readonly widget: string; readonly state: State }
  | { readonly type: 'state'; readonly state: State }
  | { readonly type: 'select'; readonly part: string | null }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'fallback'; readonly message: string }
  | { readonly type: 'height'; readonly height: number };

/** What the page may ask of an embed. */
export type HostMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'setState'; readonly state: State }
  | { readonly type: 'getState' }
  | { readonly type: 'start' }
  | { readonly type: 'reset' }
  | { readonly type: 'setTheme'; readonly theme: 'auto' | 'light' | 'dark' };

const themes = ['auto', 'light', 'dark'];

function isState(value: unknown): value is State {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string' && text.length <= 500)
  );
}

/** Puts a message into its envelope. */
export function sealed<M extends { readonly type: string }>(
  message: M,
): M & { source: string; version: number } {
  return { ...message, source: messageSource, version: messageVersion };
}

function isOurs(data: unknown): data is Record<string, unknown> {
  const message = data as { source?: unknown; version?: unknown } | null;
  return typeof data === 'object' && message?.source === messageSource && message.version === messageVersion;
}

/** The message for an embed that some data is, or `undefined` if it is none. */
export function hostMessage(data: unknown): HostMessage | undefined {
  if (!isOurs(data)) return undefined;
  switch (data['type']) {
    case 'hello':
    case 'getState':
    case 'start':
    case 'reset':
      return { type: data['type'] };
    case 'setState':
      return isState(data['state']) ? { type: 'setState', state: data['state'] } : undefined;
    case 'setTheme':
      return themes.includes(data['theme'] as string)
        ? { type: 'setTheme', theme: data['theme'] as 'auto' | 'light' | 'dark' }
        : undefined;
    default:
      return undefined;
  }
}

/** The message from an embed that some data is, or `undefined` if it is none. */
export function guestMessage(data: unknown): GuestMessage | undefined {
  if (!isOurs(data)) return undefined;
  const { type, state, widget, part, message, height } = data;
  switch (type) {
    case 'ready':
      return isState(state) && typeof widget === 'string' ? { type, widget, state } : undefined;
    case 'state':
      return isState(state) ? { type, state } : undefined;
    case 'select':
      return part === null || typeof part === 'string' ? { type, part } : undefined;
    case 'error':
    case 'fallback':
      return typeof message === 'string' ? { type, message } : undefined;
    case 'height':
      return typeof height === 'number' && height > 0 && height < 20_000 ? { type, height } : undefined;
    default:
      return undefined;
  }
}
