/** Somebody in a room: one open socket. */
export interface Member {
  readonly id: string;
  readonly name: string;
}

/** What was said. Within a room the numbers go up by one. */
export interface RoomMessage {
  readonly type: 'message';
  readonly number: number;
  /** The id of a member; `null` for what came through the API. */
  readonly from: string | null;
  readonly name: string;
  readonly text: string;
}

/** What a room sends to its members. */
export type RoomEvent =
  | {
      readonly type: 'welcome';
      readonly id: string;
      readonly members: readonly Member[];
      readonly messages: readonly RoomMessage[];
    }
  | { readonly type: 'joined'; readonly member: Member }
  | { readonly type: 'left'; readonly id: string }
  | RoomMessage
  | { readonly type: 'error'; readonly reason: string };

/** The close code of a room that takes nobody in; an app chooses its own from 4000 on. */
export const roomIsFull = 4409;
