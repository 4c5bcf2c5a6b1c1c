import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import type { Preset } from '../build/data.ts';
import { formatText, type Words } from '../words.ts';
import type { Client, Clients } from './frames.ts';
import { Presets } from './form-fields.tsx';

/** One client: connect, send, close. */
export function ClientCard({
  client: { name, state },
  clients,
  words,
  presets,
  isReady,
  isExternal,
  path,
}: {
  readonly client: Client;
  readonly clients: Clients;
  readonly words: Words;
  readonly presets: readonly Preset[];
  /** Whether a server runs. */
  readonly isReady: boolean;
  /** Whether the server is external: a page can't drop its connection. */
  readonly isExternal: boolean;
  /** The path to connect to. */
  readonly path: string;
}): ReactNode {
  const id = useId();
  const [text, setText] = useState(presets[0]?.text ?? '');
  const [isBinary, setBinary] = useState(false);
  const isOpen = state === 'connected';
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    clients.send(name, text, isBinary);
  };
  return (
    <div className="playground__client" role="group" aria-labelledby={id}>
      <div className="playground__row">
        <strong id={id}>{name}</strong>
        <span className="playground__state" data-state={state}>
          {words[state]}
        </span>
        {state === 'idle' ? (
          <button
            type="button"
            disabled={!isReady}
            aria-label={formatText(words.connectClient, { client: name })}
            onClick={() => clients.connect(name, path)}
          >
            {words.connect}
          </button>
        ) : (
          <button
            type="button"
            onClick={() =>
              isExternal ? clients.close(name, 1000, '') : clients.drop(name)
            }
          >
            {isExternal ? words.leave : words.drop}
          </button>
        )}
        <button
          type="button"
          className="playground__remove"
          aria-label={formatText(words.removeClient, { client: name })}
          onClick={() => clients.remove(name)}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <form className="playground__row" onSubmit={send}>
        <input
          className="playground__text"
          aria-label={formatText(words.message, { client: name })}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" disabled={!isOpen}>
          {words.send}
        </button>
        <label>
          <input
            type="checkbox"
            checked={isBinary}
            onChange={({ target }) => setBinary(target.checked)}
          />{' '}
          {words.binary}
        </label>
      </form>
      <Presets
        words={words}
        presets={presets}
        isReady={isOpen}
        textOf={({ text: one }) => one}
        onChoose={({ text: one }) => {
          setText(one);
          clients.send(name, one, isBinary);
        }}
      />
      <CloseForm name={name} clients={clients} words={words} isOpen={isOpen} />
    </div>
  );
}

function CloseForm({
  name,
  clients,
  words,
  isOpen,
}: {
  readonly name: string;
  readonly clients: Clients;
  readonly words: Words;
  readonly isOpen: boolean;
}): ReactNode {
  const [code, setCode] = useState('1000');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState('');
  const close = (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      clients.close(name, Number(code), reason);
      setRefusal('');
    } catch (error) {
      // The browser's message, as for a real socket.
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className="playground__row" onSubmit={close}>
      <input
        className="playground__code"
        aria-label={words.code}
        inputMode="numeric"
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <input
        className="playground__text"
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        autoComplete="off"
        onChange={({ target }) => setReason(target.value)}
      />
      <button type="submit" disabled={!isOpen}>
        {words.closeFrame}
      </button>
      <span role="status">
        {refusal !== '' && formatText(words.notSendable, { reason: refusal })}
      </span>
    </form>
  );
}
