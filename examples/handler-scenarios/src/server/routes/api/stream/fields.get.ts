import { createEventStream, defineEventHandler } from 'h3';

/** Every field of an event, then the end. */
export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  const push = async () => {
    await stream.push('plain');
    await stream.push({ id: '1', event: 'tick', data: 'all', retry: 5000 });
    await stream.push('two\nlines');
    await stream.push(['a list', 'of two']);
    await stream.push({ data: JSON.stringify({ json: true }) });
    await stream.push({ data: '' });
    await stream.close();
  };
  void push();
  return stream.send();
});
