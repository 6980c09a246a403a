'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import classes from './command-palette.module.css';
import type { Command, CommandResult } from './command';

type Props = {
  id: string;
  results: readonly CommandResult[];
  active: Command | undefined;
  query: string;
  onOpen: (command: Command) => void;
};

export function CommandList({ id, results, active, query, onOpen }: Props) {
  const t = useTranslations('shell.search');
  const activeId = active && `${id}-${active.id}`;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <div id={id} role="listbox" aria-label={t('placeholder')} className={classes.list}>
      {results.length === 0 ? <p className={classes.none}>{t('none', { query })}</p> : null}
      {results.map((result) => (
        <div key={result.title} role="group" aria-label={result.title}>
          <p className={classes.heading} aria-hidden>
            {result.title}
          </p>
          {result.commands.map((command) => (
            <button
              key={command.id}
              id={`${id}-${command.id}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={command === active}
              className={classes.option}
              onClick={() => onOpen(command)}
            >
              <span className={classes.icon}>{command.icon}</span>
              <span className={classes.label}>{command.label}</span>
              {command.hint ? <span className={classes.meta}>{command.hint}</span> : null}
            </button>
          ))}
          {result.isLoading ? <p className={classes.none}>{t('searching')}</p> : null}
        </div>
      ))}
    </div>
  );
}
