import { compile, CompileError } from '../compile.ts';
import type { CodeAnswer, CodeTask, Problem } from './code-worker.ts';
import { highlight } from './highlight.ts';

/** Maximum length of an error message. */
const longestReason = 500;

// Compiles and highlights code for the editor. The page ends this worker when a task takes too long.
const post = (answer: CodeAnswer) => postMessage(answer);

addEventListener('message', ({ data }: MessageEvent<CodeTask>) => {
  post(answerTo(data));
});
post({ type: 'ready' });

function answerTo(task: CodeTask): CodeAnswer {
  if (task.type === 'highlight') {
    return { type: 'highlighted', parts: highlight(task.text) };
  }
  const { path, text } = task;
  try {
    return { type: 'compiled', file: compile(path, text) };
  } catch (error) {
    return { type: 'problem', problem: problemOf(path, error) };
  }
}

function problemOf(path: string, error: unknown): Problem {
  if (error instanceof CompileError) {
    const { line, column, reason } = error;
    return { path, line, column, reason: reason.slice(0, longestReason) };
  }
  // A compiler error without a position.
  const reason = error instanceof Error ? error.message : String(error);
  return { path, line: 1, column: 1, reason: reason.slice(0, longestReason) };
}
