import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/terminal/csv.ts';
import { route } from '../../../src/terminal/route.ts';
import { topology } from '../../../src/terminal/topology.ts';

const links = ['--bandwidth', '50GB/s', '--latency', '500ns'];

/** Runs a command in this process and reads its JSON. */
async function json(command: typeof topology, args: readonly string[]): Promise<Record<string, unknown>> {
  return JSON.parse(await command.run([...args, '--json'])) as Record<string, unknown>;
}

/** Runs the door itself. */
function door(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/terminal/main.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('topology', () => {
  it('answers for a 4D full mesh with the keys and figures of the contract', async () => {
    const list = 'fullmesh:8,fullmesh:8,fullmesh:4,fullmesh:4';
    expect(await json(topology, ['--topology', list, ...links])).toMatchObject({
      npus: 1024,
      switches: 0,
      nodes: 1024,
      links: 10240,
      diameter: 4,
      mean_distance: 3.253177,
      bisection_bytes_per_s: 51.2e12,
      media: { unspecified: { links: 10240 } },
      assumptions: [],
    });
  });

  it('counts a switch as a step on the way and its port as the bandwidth', async () => {
    expect(await json(topology, ['--topology', 'switch:72', ...links])).toMatchObject({
      npus: 72,
      switches: 1,
      nodes: 73,
      links: 72,
      diameter: 2,
      mean_distance: 2,
      bisection_bytes_per_s: 36 * 50e9,
    });
  });

  it('answers for a machine by either of its names, with its published figures', async () => {
    const answer = await json(topology, ['--system', 'cloudmatrix-384']);
    expect(answer).toEqual(await json(topology, ['--system', 'atlas-900-a3-superpod']));
    expect(answer).toMatchObject({ npus: 384, switches: 448, cabinets: 16, compute_cabinets: 12 });
    expect((answer.published as unknown[]).length).toBeGreaterThan(5);
    expect((answer.assumptions as string[]).every((each) => each.includes('Reason: '))).toBe(true);
  });

  it('answers for a cluster of half a million chips', async () => {
    expect(await json(topology, ['--system', 'atlas-950-supercluster'])).toMatchObject({
      npus: 524288,
      diameter: 6,
    });
  });

  it('prints a readable table without --json', async () => {
    const text = await topology.run(['--topology', 'ring:4', ...links]);
    expect(text).toMatch(/^NPUs\s+4$/m);
    expect(text).toMatch(/^bisection, one direction\s+100 GB\/s/m);
  });

  it.each([
    [['--topology', 'fullmesh:0', ...links], /--topology: size "0".*from 1 to 262144/],
    [['--topology', 'fullmesh:8', '--bandwidth', '0GB/s', '--latency', '1ns'], /--bandwidth is "0GB\/s"/],
    [['--topology', 'fullmesh:8', '--bandwidth', '1GB/s'], /--latency is missing/],
    [
      ['--topology', 'ring:4,ring:4', '--bandwidth', '1GB/s,2GB/s,3GB/s', '--latency', '1ns'],
      /--bandwidth is "1GB\/s,2GB\/s,3GB\/s", 3 values: allowed are 1 or 2/,
    ],
    [['--topology', 'ring:4', '--npus', '8', ...links], /4 NPUs: allowed are shapes whose product is 8/],
    [['--topology', 'fullmesh:65536', ...links], /number of directed links.*to 8388608/],
    [['--system', 'nvl73'], /--system is "nvl73": allowed are .*gb200-nvl72/],
    [['--system', 'gb200-nvl72', '--topology', 'ring:4'], /both given/],
    [['--system', 'gb200-nvl72', '--bandwidth', '1GB/s'], /--bandwidth is "1GB\/s" beside --system/],
    [[], /--system or --topology is missing/],
    [['--topology', 'ring:4', ...links, '--speed', '1'], /"--speed" is no argument/],
  ])('refuses %j', (args, message) => {
    expect(() => topology.run(args)).toThrow(RangeError);
    expect(() => topology.run(args)).toThrow(message);
  });
});

describe('route', () => {
  it('leads around a failed cabinet of the 8,192 machine', async () => {
    const answer = await json(route, [
      ...['--system', 'atlas-950-superpod-8192', '--from', '0', '--to', '5000', '--fail', 'cabinet:3'],
    ]);
    expect(answer.reachable).toBe(true);
    const [path] = answer.paths as { hops: number; nodes: number[]; latency_s: number }[];
    expect(path!.nodes).toHaveLength(path!.hops + 1);
    expect([path!.nodes[0], path!.nodes.at(-1)]).toEqual([0, 5000]);
    expect(path!.latency_s).toBeGreaterThan(0);
  });

  it('says when nothing is left', async () => {
    const args = ['--topology', 'ring:4', ...links, '--from', '0', '--to', '2'];
    expect(await json(route, [...args, '--fail', 'node:1,node:3'])).toMatchObject({
      reachable: false,
      paths: [],
    });
    expect(await route.run([...args, '--fail', 'node:1,node:3'])).toBe('no way is left');
  });

  it('lists equal-cost paths, detours and the dimension-order route', async () => {
    const args = ['--topology', 'fullmesh:4,fullmesh:4', ...links, '--from', '0', '--to', '15'];
    const routes = async (...more: string[]) =>
      ((await json(route, [...args, ...more])).paths as { nodes: number[] }[]).map(({ nodes }) => nodes);
    expect(await routes('--routing', 'ecmp')).toEqual([
      [0, 3, 15],
      [0, 12, 15],
    ]);
    expect(await routes('--routing', 'dimension-order')).toEqual([[0, 3, 15]]);
    expect(await routes('--routing', 'dimension-order', '--fail', 'node:3')).toEqual([]);
    expect(await routes('--fail', 'link:3-0')).toEqual([[0, 12, 15]]);
    // One hop more: two steps in one dimension by way of two others, the step in the other at any of three times.
    expect((await routes('--routing', 'all-path', '--paths', '4096')).length).toBe(2 + 2 * 2 * 3);
  });

  it.each([
    [['--from', '8', '--to', '0'], /--from is "8": allowed are whole numbers from 0 to 7/],
    [['--from', '0', '--to', '-1'], /--to is "-1"/],
    [['--from', '0'], /--to is missing/],
    [['--from', '0', '--to', '1', '--fail', 'cabinet:0'], /--fail: cabinet:0: .*describes no cabinet/],
    [['--from', '0', '--to', '1', '--fail', 'rack:0'], /--fail: "rack:0" is no failure/],
    [['--from', '0', '--to', '1', '--routing', 'best'], /--routing is "best": allowed are shortest/],
    [['--from', '0', '--to', '1', '--paths', '0'], /--paths is "0"/],
  ])('refuses %j', (args, message) => {
    expect(() => route.run(['--topology', 'fullmesh:8', ...links, ...args])).toThrow(message);
  });

  it('refuses a machine that is described by counts', () => {
    const args = ['--system', 'atlas-950-supercluster', '--from', '0', '--to', '1'];
    expect(() => route.run(args)).toThrow(/described by counts: allowed.*262144.*atlas-950-superpod-8192/);
  });
});

describe('a broken machine', () => {
  it('is counted beside the whole, all pairs of it', async () => {
    const whole = ['--topology', 'ring:8', ...links];
    expect(await json(topology, whole)).not.toHaveProperty('left');
    expect(await json(topology, [...whole, '--fail', 'node:0,link:2-3'])).toMatchObject({
      npus: 8,
      left: {
        npus: 7,
        links: 5,
        npus_cut_off: 2,
        // Two in a chain, and five in a chain: 1, 2, 3 and 4 hops apart 4, 3, 2 and 1 times, both ways.
        pairs_by_hops: [0, 2 + 8, 6, 4, 2],
        diameter: 4,
        pairs_cut_off: 2 * 2 * 5,
      },
    });
    expect(() => topology.run(['--system', 'atlas-950-supercluster', '--fail', 'node:0'])).toThrow(
      /described by counts: allowed with machines/,
    );
  });
});

describe('the link table', () => {
  const table = (...args: string[]) =>
    parseCsv(topology.run(['--topology', 'fullmesh:4', ...links, '--links', ...args]) as string);

  it('has a line for every physical link, in SI units', () => {
    const { header, rows } = table();
    expect(header.join()).toBe('from,to,tier,medium,bandwidth_bytes_per_s,latency_s,length_m');
    expect(rows.map(([from, to]) => `${from!}-${to!}`)).toEqual(['0-1', '0-2', '0-3', '1-2', '1-3', '2-3']);
    expect(rows[0]).toEqual(['0', '1', '0:fullmesh', 'unspecified', '50000000000', '5e-7', '']);
  });

  it('is what is left of a broken machine', () => {
    const pairs = ({ rows }: ReturnType<typeof table>) => rows.map(([from, to]) => `${from!}-${to!}`);
    expect(pairs(table('--fail', 'link:2-0,node:3'))).toEqual(['0-1', '1-2']);
  });

  it('of the announced Atlas 950 has 151,552 links with media and lengths of its record', () => {
    const { rows } = parseCsv(
      topology.run(['--system', 'atlas-950-superpod-8192', '--links', '--fail', 'cabinet:3']) as string,
    );
    // A cabinet has 64 × (7 / 2 + 7 + 4) links inside and 8 columns × 4 low-radix × 8 links of fibre out.
    expect(rows).toHaveLength(151_552 - 64 * 14.5 - 256);
    expect(rows[0]!.slice(2)).toEqual(['x', 'board', '56000000000', '1.5e-7', '0.5']);
    expect(rows.at(-1)!.slice(2)).toEqual(['z-high-radix', 'optical', '56000000000', '3e-7', '30']);
  });

  it('can be walked by somebody else: breadth first over the table gives the hops of route', () => {
    const machine = ['--system', 'atlas-900-a3-superpod', '--fail', 'board:0,switch:700,link:8-391'];
    const { rows } = parseCsv(topology.run([...machine, '--links']) as string);
    const near = new Map<number, number[]>();
    for (const [a, b] of rows.map((row) => [Number(row[0]), Number(row[1])] as const)) {
      near.set(a, [...(near.get(a) ?? []), b]);
      near.set(b, [...(near.get(b) ?? []), a]);
    }
    const hops = new Map([[8, 0]]);
    const queue = [8];
    for (const node of queue)
      for (const next of near.get(node) ?? [])
        if (!hops.has(next)) {
          hops.set(next, hops.get(node)! + 1);
          queue.push(next);
        }
    for (const to of [9, 40, 200, 383]) {
      const found = JSON.parse(
        route.run([...machine, '--from', '8', '--to', String(to), '--json']) as string,
      ) as { paths: { hops: number }[] };
      expect(found.paths[0]!.hops).toBe(hops.get(to));
    }
    expect(hops.has(0)).toBe(false);
  });

  it.each([
    [['--links', '--json'], /--links and --json are both given/],
    [['--fail', 'node:9'], /--fail: number of the failed node is 9: allowed/],
    [['--links', '--fail', 'link:0-9'], /--fail: end of the failed link is 9: allowed/],
  ])('refuses %j', (args, message) => {
    expect(() => topology.run(['--topology', 'fullmesh:4', ...links, ...args])).toThrow(message);
  });

  it('refuses a machine that is described by counts', () => {
    expect(() => topology.run(['--system', 'atlas-950-supercluster', '--links'])).toThrow(
      /described by counts: allowed for link tables.*atlas-950-superpod-8192/,
    );
  });
});

describe('the door', () => {
  it('prints a link table and nothing else', () => {
    const { status, stdout } = door('topology', '--topology', 'ring:4', ...links, '--links');
    expect([status, stdout.trimEnd().split('\n').length]).toEqual([0, 5]);
  });

  it('answers on standard output with exit code 0', () => {
    const { status, stdout, stderr } = door('topology', '--topology', 'ring:4', ...links, '--json');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ npus: 4, links: 4, diameter: 2 });
  });

  it('helps on every command', () => {
    expect(door('--help').stdout).toMatch(/topology\s+.*\n\s+route/);
    expect(door('route', '--help').stdout).toContain('--fail');
    expect(door('topology', '--topology', '--help').status).toBe(0);
  });

  it.each([
    [['topology', '--topology', 'fullmesh:NaN', ...links]],
    [['topologie']],
    [[]],
    [['route', '--system', 'hgx-h100', '--from', '0', '--to', '99']],
  ])('refuses %j with exit code 2 and one line on standard error', (args) => {
    const { status, stdout, stderr } = door(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^[^\n]+allowed[^\n]+\n$/);
  });
});
