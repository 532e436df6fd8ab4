// A list of which only what can be seen is in the document: a run of 1,000 steps has some 2,000 cards of unequal height.
// Heights are measured once a card is drawn and estimated before; the list stays at its end while one is at its end.
import type { JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";

const ESTIMATE = 96;
/** Pixels drawn beyond what can be seen, on either side. */
const BEYOND = 600;
const NEAR_END = 48;

export interface ListHandle {
  show(index: number): void;
  showEnd(): void;
}

interface VirtualProps {
  readonly count: number;
  readonly label: string;
  readonly keyOf: (index: number) => string;
  readonly draw: (index: number) => JSX.Element;
  readonly onEnd?: (atEnd: boolean) => void;
  readonly handle?: (handle: ListHandle) => void;
  /** Drawn after the last item. */
  readonly tail?: JSX.Element | null;
}

export function VirtualList({ count, label, keyOf, draw, onEnd, handle, tail }: VirtualProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const heights = useRef(new Map<string, number>()).current;
  const atEnd = useRef(true);
  const lastTop = useRef(0);

  const watcher = useRef<ResizeObserver | undefined>(undefined);
  watcher.current ??= new ResizeObserver((seen) => {
    let changed = false;
    for (const { target } of seen) {
      const element = target as HTMLElement;
      const key = element.dataset["key"];
      if (key === undefined) {
        changed = true; // the box itself
        continue;
      }
      const height = element.offsetHeight;
      if (height && heights.get(key) !== height) {
        heights.set(key, height);
        changed = true;
      }
    }
    if (changed) redraw(0);
  });
  useEffect(() => {
    if (box.current) watcher.current?.observe(box.current);
    return () => watcher.current?.disconnect();
  }, []);

  const measured = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    watcher.current?.observe(element);
    return () => watcher.current?.unobserve(element);
  }, []);

  const heightOf = (index: number) => heights.get(keyOf(index)) ?? ESTIMATE;
  const top = box.current?.scrollTop ?? 0;
  const seen = box.current?.clientHeight ?? 800;
  let total = 0;
  for (let index = 0; index < count; index++) total += heightOf(index);
  const from = atEnd.current ? Math.max(0, total - seen) : top;

  let start = 0;
  let above = 0;
  while (start < count && above + heightOf(start) < from - BEYOND) above += heightOf(start++);
  let end = start;
  let shown = 0;
  while (end < count && above + shown < from + seen + BEYOND) shown += heightOf(end++);
  const below = Math.max(0, total - above - shown);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  });

  useEffect(() => {
    handle?.({
      show(index) {
        const element = box.current;
        if (!element) return;
        let offset = 0;
        for (let before = 0; before < index; before++) offset += heightOf(before);
        const height = heightOf(index);
        if (offset >= element.scrollTop && offset + height <= element.scrollTop + element.clientHeight) return;
        atEnd.current = false;
        element.scrollTop = Math.max(0, offset - element.clientHeight / 3);
        redraw(0);
      },
      showEnd() {
        atEnd.current = true;
        onEnd?.(true);
        redraw(0);
      },
    });
  });

  function scrolled(): void {
    const element = box.current;
    if (!element) return;
    const now = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
    const upwards = element.scrollTop < lastTop.current;
    lastTop.current = element.scrollTop;
    if (now !== atEnd.current && (now || upwards)) {
      // Only a person scrolls upwards: a card that has just grown must not let go of the end.
      atEnd.current = now;
      onEnd?.(now);
    }
    redraw(0);
  }

  const rows = [];
  for (let index = start; index < end; index++) {
    const key = keyOf(index);
    rows.push(
      <div
        key={key}
        data-key={key}
        ref={measured}
        class="row"
        role="listitem"
        aria-setsize={count}
        aria-posinset={index + 1}
      >
        {draw(index)}
      </div>,
    );
  }
  return (
    <div ref={box} class="virtual" tabIndex={0} role="region" aria-label={label} onScroll={scrolled}>
      <div style={{ height: `${above}px` }} />
      <div role="list">{rows}</div>
      <div style={{ height: `${below}px` }} />
      {tail}
    </div>
  );
}
