import { describe, expect, it, onTestFinished } from 'vitest';
import { parseDimensions, composeDimensions } from '../../../src/model/topology/dimension.ts';
import { buildTopology } from '../../../src/model/topology/build.ts';
import { measure } from '../../../src/model/topology/measure.ts';
import { createModelClient, runBySize } from '../../../src/worker/client.ts';
import type { Method, Port } from '../../../src/worker/protocol.ts';
import { serve } from '../../../src/worker/serve.ts';

const wiring = composeDimensions(parseDimensions('fullmesh:4,switch:3'), [
  { bandwidth: 50e9, latency: 5e-7 },
]);

/** A client whose requests cross a real message channel, as they do to a worker. */
function connect() {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  serve(port2 as unknown as Port);
  port1.start();
  port2.start();
  return createModelClient(port1 as unknown as Port);
}

describe('the worker', () => {
  it('builds the same link table as the page would, place included', async () => {
    const topology = await connect().request('topology.build', { wiring });
    const here = buildTopology(wiring);
    expect(topology).toEqual({ ...here });
    expect(topology.ends).toBeInstanceOf(Uint32Array);
  });

  it('keeps answers apart and in order of their questions', async () => {
    const client = connect();
    const request = { wiring, failures: [], detour: 0, paths: 1 };
    const [first, second, measures, bundles] = await Promise.all([
      client.request('topology.route', { ...request, from: 0, to: 1 }),
      client.request('topology.route', { ...request, from: 0, to: 11 }),
      client.request('topology.measure', { wiring }),
      client.request('topology.bundle', { wiring, by: 'cabinet' }),
    ]);
    expect(first.map(({ nodes }) => nodes)).toEqual([[0, 1]]);
    expect(second[0]!.links).toHaveLength(3);
    expect(measures).toEqual(measure(wiring));
    expect(bundles.reduce((sum, { links }) => sum + links, 0)).toBe(measures.links);
  });

  it('builds again after its table was handed over', async () => {
    const client = connect();
    await client.request('topology.build', { wiring });
    const paths = await client.request('topology.route', {
      ...{ wiring, failures: [], detour: 0, paths: 1, from: 0, to: 2 },
    });
    expect(paths).toHaveLength(1);
  });

  it('refuses what the model refuses, with the same words', async () => {
    const client = connect();
    const bad = { ...wiring, shape: [0, 3] };
    await expect(client.request('topology.build', { wiring: bad })).rejects.toThrow(RangeError);
    await expect(client.request('topology.build', { wiring: bad })).rejects.toThrow(/dimension 0 is 0/);
    await expect(client.request('topology.melt' as Method, { wiring })).rejects.toThrow(/is no method/);
  });

  it('rejects what is waiting when it dies', async () => {
    const port = new EventTarget() as EventTarget & Port;
    port.postMessage = () => undefined;
    const waiting = createModelClient(port).request('topology.measure', { wiring });
    port.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(waiting).rejects.toThrow("the model's worker failed: out of memory");
  });

  it('is not asked for small machines', async () => {
    const answer = await runBySize(12, 'topology.build', { wiring }, ({ wiring: own }) => buildTopology(own));
    expect(answer.npuCount).toBe(12);
  });
});
