import type { Hooks, Peer } from 'crossws';
import type { FeedEvent } from '../shared/feed-event';

/** A mistake of the peer: its message is sent to the peer. The text of any other error isn't. */
export class PeerError extends Error {}

/** Wraps hooks so that errors are caught and reported to the peer that caused them. */
export function catchErrors(hooks: Partial<Hooks>): Partial<Hooks> {
  return {
    async upgrade(request) {
      try {
        return await hooks.upgrade?.(request);
      } catch (error) {
        // A hook can refuse a socket by throwing a response, or an error that has one.
        const answer =
          error instanceof Error && 'response' in error
            ? error.response
            : error;
        if (answer instanceof Response) {
          return answer;
        }
        console.error('A socket could not be opened:', error);
        return new Response(null, { status: 500 });
      }
    },

    async open(peer) {
      try {
        await hooks.open?.(peer);
      } catch (error) {
        console.error(`Peer ${peer.id} could not be let in:`, error);
        peer.close(1011, 'The server has failed');
      }
    },

    async message(peer, message) {
      try {
        await hooks.message?.(peer, message);
      } catch (error) {
        tell(peer, error);
      }
    },

    async close(peer, details) {
      try {
        await hooks.close?.(peer, details);
      } catch (error) {
        console.error(`Peer ${peer.id} is gone, but not without:`, error);
      }
    },
  };
}

function tell(peer: Peer, error: unknown): void {
  const event: FeedEvent = { type: 'error', reason: reasonOf(peer, error) };
  peer.send(JSON.stringify(event));
}

function reasonOf(peer: Peer, error: unknown): string {
  if (error instanceof PeerError) {
    return error.message;
  }
  console.error(`A message of peer ${peer.id} has failed:`, error);
  return 'The server has failed.';
}
