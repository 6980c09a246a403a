// Loaded before Next: when `npm start` is killed without a chance to end its server, the server ends by itself and frees its port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
