'use client';
import { Notifications } from '@mantine/notifications';
import classes from './notices-host.module.css';

/** Where toasts appear. Mounted with the first of them: the kit's queue holds it until then. */
export default function NoticesHost() {
  return <Notifications position="bottom-right" limit={3} classNames={{ root: classes.host ?? '' }} />;
}
