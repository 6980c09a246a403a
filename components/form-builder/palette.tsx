'use client';

import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import type { FormNode } from '@/forms/schema/schema';
import { FieldIcon } from './field-icons';
import { makeNode, paletteGroups } from './palette-items';
import { RetiredFields } from './retired-fields';
import { useBuilder } from './builder-context';
import { useInsertHere, useInsertPlace } from './use-insert-here';
import classes from './form-builder.module.css';

type NodeType = FormNode['type'];

/** The kinds of fields: drag one onto the form, or press it to put it where the line above says. */
export function Palette() {
  const t = useTranslations('builder');
  const insertHere = useInsertHere();
  const { select } = useBuilder();
  const { words, other } = useInsertPlace();
  const placeId = useId();
  const [search, setSearch] = useState('');
  const matches = (type: NodeType) => `${t(`type.${type}`)} ${type}`.toLowerCase().includes(search.trim().toLowerCase());
  const groups = paletteGroups.map((group) => ({ ...group, types: group.types.filter(matches) })).filter((group) => group.types.length > 0);
  return (
    <div className={classes.palette}>
      <TextInput
        size="xs"
        leftSection={<IconSearch size={14} stroke={1.5} />}
        aria-label={t('findType')}
        aria-describedby={placeId}
        data-palette-search
        placeholder={t('findType')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = groups[0]?.types[0];
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          insertHere(makeNode(first));
        }}
      />
      <p className={classes.insertPlace}>
        <span id={placeId}>{t('insertsAt', { place: words })}</span>{' '}
        {other && (
          <button type="button" className={classes.insertOther} onClick={() => select(other.id)}>
            {t(`placeOther.${other.kind}`)}
          </button>
        )}
      </p>
      {groups.map((group) => (
        <section key={group.name}>
          <h3 className={classes.paletteGroup}>{t(`group.${group.name}`)}</h3>
          <div className={classes.paletteItems}>
            {group.types.map((type) => (
              <PaletteItem key={type} type={type} placeId={placeId} onInsert={() => insertHere(makeNode(type))} />
            ))}
          </div>
        </section>
      ))}
      {search === '' && <RetiredFields />}
    </div>
  );
}

// helpers //////////////////////

function PaletteItem({ type, placeId, onInsert }: { type: NodeType; placeId: string; onInsert(): void }) {
  const t = useTranslations('builder');
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => (ref.current ? draggable({ element: ref.current, getInitialData: () => ({ kind: 'new', type }) }) : undefined), [type]);
  return (
    <UnstyledButton ref={ref} className={classes.paletteItem} aria-describedby={placeId} onClick={onInsert}>
      <FieldIcon type={type} />
      {t(`type.${type}`)}
    </UnstyledButton>
  );
}
