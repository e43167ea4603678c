/** Loaded before a server's own program: moves its clock by so many milliseconds as whoever started it says. */
let ahead = 0;
const machine = Date;
const now = (): number => machine.now() + ahead;

globalThis.Date = new Proxy(machine, {
  // A date of nothing is now; any other is what it says.
  construct: (target, given, made): object => {
    const date: unknown = Reflect.construct(target, given.length === 0 ? [now()] : given, made);
    return Object(date) as object;
  },
  get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('message', (message: unknown) => {
  if (typeof message !== 'object' || message === null || !('ahead' in message)) return;
  ahead = Number(message.ahead);
  process.send?.({ ahead });
});
// The door to whoever started it keeps nobody from stopping.
process.channel?.unref();
