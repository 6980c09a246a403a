import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  interface User {
    id: string;
    sessionId: string;
  }
  interface Session {
    user?: { id: string; name: string };
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** portal.session.id */
    sid: string;
  }
}
