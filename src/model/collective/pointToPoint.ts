import { requireInteger } from '../topology/range.ts';
import { coordinate, strides } from '../topology/grid.ts';
import type { CollectiveRequest, CollectiveResult } from './request.ts';
import { hops, messageTime, nanoseconds, whole, type Dimension } from './dimension.ts';

/**
 * One message from a rank to another, dimension after dimension. Cut-through: the latency of all hops and the bytes once,
 * at the slowest link; store-and-forward: the whole message at every hop.
 */
export function pointToPoint(dimensions: readonly Dimension[], request: CollectiveRequest): CollectiveResult {
  const shape = dimensions.map((dimension) => dimension.size);
  const stride = strides(shape);
  const ranks = shape.reduce((a, b) => a * b, 1);
  const from = requireInteger('from', request.from ?? 0, 0, ranks - 1);
  const to = requireInteger('to', request.to ?? ranks - 1, 0, ranks - 1);
  const { switching, truncate } = request;
  const bytes = whole(request.bytes, request);
  const legs = dimensions.map((dimension, d) => {
    const apart = coordinate(to, shape[d]!, stride[d]!) - coordinate(from, shape[d]!, stride[d]!);
    return { dimension, d, count: hops(dimension, apart) };
  });
  const way = legs.filter(({ count }) => count > 0);
  const latency = way.reduce((sum, { dimension, count }) => sum + count * nanoseconds(dimension.latency), 0);
  const serial = Math.max(0, ...way.map(({ dimension }) => bytes / (dimension.bandwidth / 1e9)));
  const time =
    switching === 'cut-through'
      ? whole(latency + serial, request)
      : way.reduce(
          (sum, { dimension, count }) => sum + messageTime(dimension, count, bytes, switching, { truncate }),
          0,
        );
  const seconds = time / 1e9;
  const total = way.reduce((sum, { count }) => sum + count, 0);
  return {
    seconds,
    ranks,
    busBandwidth: seconds > 0 ? request.bytes / seconds : 0,
    steps: total > 0 ? 1 : 0,
    chunks: 1,
    phases: [],
    bottleneck:
      total === 0
        ? 'nothing: the message stays where it is'
        : latency > time / 2
          ? `latency of ${String(total)} ${total === 1 ? 'hop' : 'hops'}`
          : `bandwidth of the slowest of ${String(total)} ${total === 1 ? 'hop' : 'hops'}`,
  };
}
