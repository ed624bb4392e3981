import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Where errors are told; the connection's console in the server. */
export interface Log {
  error(message: string): void;
  info(message: string): void;
}

/** Thrown where a request was cancelled; passes through {@link guard}. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/**
 * Wraps a request handler so that its failure stays its own: the error is logged with the request's name and the caller gets
 * `fallback`, an answer that does no harm. A request cancelled before or while it ran is answered as such.
 */
export function guard<P extends readonly unknown[], R>(
  name: string, log: Log, fallback: R, handler: (token: CancellationToken, ...params: P) => R | Promise<R>,
): (token: CancellationToken, ...params: P) => Promise<R> {
  return async (token, ...params) => {
    try {
      if (token.isCancellationRequested) throw cancelled();
      const result = await handler(token, ...params);
      if (token.isCancellationRequested) throw cancelled();
      return result;
    } catch (error) {
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) throw error;
      log.error(`${name}: ${errorText(error)}`);
      return fallback;
    }
  };
}

/** Stack of an error where it has one, else its text; never throws. */
export function errorText(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  try {
    return String(error);
  } catch {
    return 'unknown error';
  }
}
