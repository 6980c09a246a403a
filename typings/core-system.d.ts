declare module '*/core-system.mjs' {
  export type Loan = { borrower: string; idNumber: string; card: string; bank: string };
  export type CoreSystem = {
    url: string;
    state: {
      loans: Record<string, Loan>;
      calls: { id: string; key: string | null; body: { card?: string; bank?: string }; at: string; status: number; changed: boolean }[];
      behavior: { down: boolean; fail: number; slowMs: number; reject: boolean };
    };
    stop: () => Promise<void>;
  };
  export function startCoreSystem(port?: number, options?: { host?: string; loans?: Record<string, Loan> }): Promise<CoreSystem>;
}
