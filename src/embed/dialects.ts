/** What identifies a frame to the page around it. */
export interface FrameIdentity {
  /** The address it was loaded from, before its own script changed the query. */
  readonly address: string;
  /** WordPress writes it into the hash. */
  readonly secret: string | null;
  /** pym.js writes it into the query. */
  readonly childId: string | null;
}

/** Reads what identifies a frame from the address it was loaded from. */
export function frameIdentity(address: string): FrameIdentity {
  const url = new URL(address);
  return {
    address,
    secret: new URLSearchParams(url.hash.replace(/^#\??/, '')).get('secret'),
    childId: url.searchParams.get('childId'),
  };
}

/**
 * A height in every dialect that pages around a frame may understand, besides our own.
 * @param height CSS pixels
 */
export function heightDialects(height: number, frame: FrameIdentity): readonly unknown[] {
  const messages: unknown[] = [
    { sentinel: 'amp', type: 'embed-size', height },
    // Canvas reads text, Medium and its kin too.
    JSON.stringify({ subject: 'lti.frameResize', height }),
    JSON.stringify({ src: frame.address, context: 'iframe.resize', height }),
  ];
  if (frame.secret !== null) messages.push({ message: 'height', value: height, secret: frame.secret });
  if (frame.childId !== null) messages.push(`pymxPYMx${frame.childId}xPYMxheightxPYMx${height}`);
  return messages;
}
