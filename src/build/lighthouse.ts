import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { launchArguments } from './browser.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Scores of Lighthouse's mobile preset, 0 to 100: the median of some runs, and the audits that cost points. */
export async function lighthouseMedian(address: string, chromePath: string, runs: number) {
  const scores: Record<string, number[]> = Object.fromEntries(categories.map((category) => [category, []]));
  const lost = new Set<string>();
  for (let run = 0; run < runs; run++) {
    const chrome = await launch({ chromePath, chromeFlags: [...launchArguments, '--headless=new'] });
    try {
      const result = await lighthouse(address, {
        port: chrome.port,
        logLevel: 'error',
        onlyCategories: [...categories],
      });
      if (!result) throw new Error(`Lighthouse gave no result for ${address}`);
      for (const category of categories) {
        const { score, auditRefs } = result.lhr.categories[category]!;
        scores[category]!.push(Math.round((score ?? 0) * 100));
        for (const { id, weight } of auditRefs) {
          const audit = result.lhr.audits[id]!;
          if (weight > 0 && audit.score !== null && audit.score < 0.9)
            lost.add(`${category}: ${audit.title}`);
        }
      }
    } finally {
      chrome.kill();
    }
  }
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    runs,
    ...Object.fromEntries(categories.map((category) => [category, median(scores[category]!)])),
    lost: [...lost],
  };
}
