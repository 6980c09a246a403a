'use client';
import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import classes from './command-palette.module.css';
import { CommandList } from './command-list';
import type { Command } from './command';
import { useCommandSources } from './use-command-sources';

type Props = { opened: boolean; onClose: () => void };

/** Go anywhere, do anything, by typing a few letters of it. */
export default function CommandPalette({ opened, onClose }: Props) {
  const t = useTranslations('shell.search');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12vh"
      centered={false}
      // Gone at once: keys pressed right after belong to the page that was chosen, not to a dialog that fades.
      transitionProps={{ transition: 'fade', duration: 120, exitDuration: 0 }}
      attributes={{ content: { 'aria-label': t('placeholder') } }}
    >
      {opened ? <Palette onClose={onClose} /> : null}
    </Modal>
  );
}

function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.search');
  const router = useRouter();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const results = useCommandSources(useDeferredValue(query)).filter((result) => result.commands.length > 0 || result.isLoading);
  const flat = results.flatMap((result) => result.commands);
  const active = flat[Math.min(cursor, flat.length - 1)];
  const open = (command: Command) => {
    onClose();
    if (command.href) router.push(command.href);
    command.run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && flat.length > 0) {
      event.preventDefault();
      setCursor((index) => (Math.min(index, flat.length - 1) + step + flat.length) % flat.length);
    }
    if (event.key === 'Enter' && active) {
      event.preventDefault();
      open(active);
    }
  };
  return (
    <>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          className={classes.input}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setCursor(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <CommandList id={listId} results={results} active={active} query={query} onOpen={open} />
      <p className={classes.hint}>{t('hint')}</p>
    </>
  );
}
