/** A member of a room: one open socket. */
export interface Member {
  readonly id: string;
  readonly name: string;
}

/** A message. Each room numbers its messages consecutively. */
export interface RoomMessage {
  readonly type: 'message';
  readonly number: number;
  /** The ID of a member; `null` for messages from the API. */
  readonly from: string | null;
  readonly name: string;
  readonly text: string;
}

/** The events that a room sends to its members. */
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

/** The close code of a full room; apps can use codes from 4000 to 4999. */
export const roomIsFull = 4409;
