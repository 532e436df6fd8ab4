// A WebSocket that comes back by itself: after 0.2 s, then twice as long each time, up to 5 s; at once when the browser
// says that the network is back or the page is looked at again.
import type { Sent } from "./models";

export type Link = "connecting" | "open" | "lost" | "closed";

export interface Listener {
  /** Asked for before each try: it holds where to go on from. */
  address(): string;
  heard(sent: Sent): void;
  link(state: Link): void;
}

const FIRST = 200;
const LONGEST = 5_000;

export function follow(listener: Listener): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST;
  let over = false;

  function open(): void {
    clearTimeout(timer);
    timer = undefined;
    const mine = new WebSocket(listener.address());
    socket = mine;
    mine.onopen = () => {
      pause = FIRST;
      listener.link("open");
    };
    mine.onmessage = ({ data }) => {
      if (mine !== socket || over) return;
      const sent = JSON.parse(data as string) as Sent;
      listener.heard(sent);
    };
    mine.onclose = () => {
      if (over || mine !== socket) return;
      listener.link("lost");
      timer = setTimeout(open, pause);
      pause = Math.min(2 * pause, LONGEST);
    };
  }

  function atOnce(): void {
    if (!over && timer !== undefined && !document.hidden) open();
  }

  addEventListener("online", atOnce);
  document.addEventListener("visibilitychange", atOnce);
  listener.link("connecting");
  open();
  return () => {
    over = true;
    clearTimeout(timer);
    removeEventListener("online", atOnce);
    document.removeEventListener("visibilitychange", atOnce);
    socket?.close();
    listener.link("closed");
  };
}
