import { handleRequest } from '@/server/trpc/handle-request';

export { handleRequest as DELETE, handleRequest as GET, handleRequest as PATCH, handleRequest as POST, handleRequest as PUT };
