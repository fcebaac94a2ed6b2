const namespace = 'http://www.w3.org/2000/svg';
const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 });
const short = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** Appends an SVG element to `parent`. */
function draw(parent: Element, name: string, attributes: Record<string, string | number>, text = ''): void {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  parent.append(element);
}

/** Two values on a logarithmic line with the dimension between them: open for the guess, filled for the answer. */
function scale(guess: number, answer: number): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', 'guess-scale');
  svg.setAttribute('aria-hidden', 'true');
  const span = Math.max(Math.abs(Math.log(answer / guess)), 0.1) * 1.6;
  const middle = Math.log(answer * guess) / 2;
  const place = (value: number): number => 50 + (100 * (Math.log(value) - middle)) / span;
  const [a, b] = [place(guess), place(answer)].sort((x, y) => x - y) as [number, number];
  draw(svg, 'line', { x1: '0', y1: 40, x2: '100%', y2: 40 });
  for (const x of [a, b]) draw(svg, 'line', { x1: `${x}%`, y1: 10, x2: `${x}%`, y2: 40 });
  draw(svg, 'line', { x1: `${a}%`, y1: 16, x2: `${b}%`, y2: 16 });
  draw(svg, 'circle', { class: 'open', cx: `${place(guess)}%`, cy: 40, r: 5 });
  draw(svg, 'circle', { class: 'dot', cx: `${place(answer)}%`, cy: 40, r: 5 });
  for (const value of new Set([guess, answer])) {
    draw(svg, 'text', { x: `${place(value)}%`, y: 62, 'text-anchor': 'middle' }, number.format(value));
  }
  const ratio = Math.max(answer / guess, guess / answer);
  if (ratio > 1)
    draw(svg, 'text', { x: `${(a + b) / 2}%`, y: 10, 'text-anchor': 'middle' }, `×${short.format(ratio)}`);
  return svg;
}

/** A question whose answer waits until the reader has committed to a guess. The guess lives in the page alone. */
class GuessFirst extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.commit(new FormData(form));
    });
    const drawing = this.querySelector('.guess-drawing');
    if (!drawing) return;
    const sliders = [...form.querySelectorAll<HTMLInputElement>('input[type="range"]')];
    drawing.addEventListener('click', (event) => {
      const box = drawing.getBoundingClientRect();
      const { clientX, clientY } = event as MouseEvent;
      const shares = [(clientX - box.x) / box.width, (clientY - box.y) / box.height];
      sliders.forEach((slider, i) => (slider.value = String(Math.round(100 * shares[i]!))));
      this.mark(new FormData(form));
    });
    form.addEventListener('input', () => this.mark(new FormData(form)));
  }

  private say(name: string, values: Record<string, string> = {}): string {
    return (this.dataset[name] ?? '').replace(/\{(\w+)\}/g, (_place, key: string) => values[key] ?? '');
  }

  private mark(data: FormData, answer?: [number, number]): void {
    const marks = this.querySelector('.guess-marks')!;
    marks.replaceChildren();
    const [x, y] = [Number(data.get('across')), Number(data.get('down'))];
    draw(marks, 'path', { d: `M${x} 0V100M0 ${y}H100` });
    if (!answer) return;
    const [right, low] = [100 * answer[0], 100 * answer[1]];
    draw(marks, 'path', {
      d: `M${x} ${y}L${right} ${low}M${right - 2} ${low}h4M${right} ${low - 3}v6`,
      'stroke-width': 2,
    });
  }

  private commit(data: FormData): void {
    const answer = this.dataset['answer']!;
    let yours: string;
    let verdict: string;
    this.querySelector('.guess-scale')?.remove();
    if (this.dataset['kind'] === 'mark') {
      const at = answer.split(' ').map(Number) as [number, number];
      const [x, y] = [Number(data.get('across')), Number(data.get('down'))];
      const { width, height } = this.querySelector('.guess-drawing')!.getBoundingClientRect();
      const away = Math.hypot(x - 100 * at[0], ((y - 100 * at[1]) * height) / width);
      this.mark(data, at);
      yours = this.say('position', { x: String(x), y: String(y) });
      verdict = this.say('near', {
        percent: `${Math.round(away)} %`,
      });
    } else {
      const guess = Number(data.get('guess') ?? 0);
      this.querySelector('[role="status"]')!.textContent = guess > 0 ? '' : this.say('missing');
      if (!(guess > 0)) return;
      if (this.dataset['kind'] === 'choice') {
        yours = this.querySelector(`input[value="${guess}"]`)!.parentElement!.textContent.trim();
        verdict = guess === Number(answer) ? this.say('right') : this.say('wrong');
      } else {
        yours = number.format(guess);
        const ratio = Number(answer) / guess;
        const name = ratio === 1 ? 'exact' : ratio > 1 ? 'ratio' : 'over';
        verdict = this.say(name, { ratio: short.format(Math.max(ratio, 1 / ratio)) });
        this.querySelector('.guess-pair')!.after(scale(guess, Number(answer)));
      }
    }
    const [own] = this.querySelectorAll('.guess-pair > div');
    own!.removeAttribute('hidden');
    own!.querySelector('dd')!.textContent = yours;
    this.querySelector('details')!.open = true;
    this.querySelector('[role="status"]')!.textContent = verdict;
  }
}

customElements.define('guess-first', GuessFirst);
