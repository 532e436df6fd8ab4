// Files dragged over a part of the page. Entering a child fires a leave of its parent, so the depth is counted.
import { useRef, useState } from "preact/hooks";

interface Drop {
  readonly over: boolean;
  readonly props: {
    onDragEnter(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

export function useDrop(take: (files: readonly File[]) => void): Drop {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  return {
    over,
    props: {
      onDragEnter(event) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver(event) {
        if (holdsFiles(event)) event.preventDefault();
      },
      onDragLeave(event) {
        if (!holdsFiles(event)) return;
        depth.current = Math.max(0, depth.current - 1);
        if (!depth.current) setOver(false);
      },
      onDrop(event) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length) take(files);
      },
    },
  };
}
