import { describe, expect, it, onTestFinished } from 'vitest';
import { flowCollective } from '../../../src/model/collective/flow/flowCollective.ts';
import { packFlows } from '../../../src/model/flow/flowSet.ts';
import { createModelClient } from '../../../src/worker/client.ts';
import type { Port } from '../../../src/worker/protocol.ts';
import { serve } from '../../../src/worker/serve.ts';
import { ask, network } from '../model/collective/machines.ts';

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

/** Flows that take a while: all over one link, all of other sizes. */
function longRun(count: number) {
  const routes = Array.from({ length: count }, () => [0]);
  return packFlows(
    [1],
    routes,
    routes.map((_, f) => f + 1),
  );
}

describe('the worker', () => {
  it('answers for collectives as the model does on the page', async () => {
    const machine = network('fullmesh:4,fullmesh:3');
    const request = ask({ operation: 'all-to-all' });
    const answer = await connect().request('collective.flow', {
      wiring: machine.wiring,
      failures: [],
      request,
    });
    const here = flowCollective(machine, request);
    expect(answer.seconds).toBe(here.seconds);
    expect(answer.phaseLoads).toEqual(here.phases.map((_, phase) => here.phaseLoads(phase)));
    const failures = [{ kind: 'link' as const, from: 0, to: 1 }];
    const broken = await connect().request('collective.flow', { wiring: machine.wiring, failures, request });
    expect(broken.seconds).toBeGreaterThan(here.seconds);
  });

  it('tells how far a long run is', async () => {
    const seen: number[] = [];
    const finish = await connect().request(
      'flow.finish',
      { flows: longRun(900) },
      { onProgress: ({ done, total }) => seen.push(done / total) },
    );
    expect(finish).toHaveLength(900);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('gives a run up when asked and goes on with the next', async () => {
    const client = connect();
    const controller = new AbortController();
    const long = client.request(
      'flow.finish',
      { flows: longRun(3000) },
      { signal: controller.signal, onProgress: () => controller.abort(new Error('no longer wanted')) },
    );
    await expect(long).rejects.toThrow('no longer wanted');
    await expect(client.request('flow.finish', { flows: longRun(2) })).resolves.toHaveLength(2);
    const late = client.request('flow.finish', { flows: longRun(2) }, { signal: controller.signal });
    await expect(late).rejects.toThrow('no longer wanted');
  });

  it('refuses what the model refuses, in steps as well', async () => {
    const { wiring } = network('ring:4');
    const failures = [
      { kind: 'link' as const, from: 0, to: 1 },
      { kind: 'link' as const, from: 2, to: 3 },
    ];
    await expect(
      connect().request('collective.flow', { wiring, failures, request: ask({}) }),
    ).rejects.toThrow(/cannot be reached/);
  });
});
