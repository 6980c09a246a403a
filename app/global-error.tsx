'use client';

/** The root layout itself failed, so neither theme nor messages are there: plain words in both languages. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <main>
          <h1>出了点问题 · Something went wrong</h1>
          <button type="button" onClick={reset}>
            重试 · Try again
          </button>
        </main>
      </body>
    </html>
  );
}
