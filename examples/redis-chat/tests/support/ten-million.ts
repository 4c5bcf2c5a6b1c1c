/** Measurements of one process. */
export interface Measured {
  /** Processor time of a delivery in microseconds. */
  readonly microsecondsPerDelivery: number;
  /** Memory of an idle client in KiB. */
  readonly kibPerClient: number;
}

/** Assumptions about clients and machines. */
export interface Assumed {
  readonly clients: number;
  readonly secondsBetweenMessages: number;
  readonly clientsPerProcess: number;
  readonly processesPerMachine: number;
  readonly bytesPerMessage: number;
}

/** Required processes and machines, and their load. */
export interface Plan {
  readonly processes: number;
  readonly machines: number;
  readonly gibPerProcess: number;
  readonly gibPerMachine: number;
  /** Load of a processor core by a process. */
  readonly percentOfACore: number;
  readonly deliveriesPerSecond: number;
  readonly megabitPerSecondOfAMachine: number;
  /** Number of relays between one Redis server and the processes. */
  readonly relays: number;
  readonly processesPerRelay: number;
}

/** Computes the requirements of a number of clients from measurements of one process. */
export function planFor(measured: Measured, assumed: Assumed): Plan {
  const { clients, clientsPerProcess, processesPerMachine } = assumed;
  const processes = Math.ceil(clients / clientsPerProcess);
  const perProcess = clientsPerProcess / assumed.secondsBetweenMessages;
  const gibPerProcess = (clientsPerProcess * measured.kibPerClient) / 1024 ** 2;
  const perMachine = perProcess * processesPerMachine * assumed.bytesPerMessage;
  const relays = Math.ceil(Math.sqrt(processes));
  return {
    processes,
    machines: Math.ceil(processes / processesPerMachine),
    gibPerProcess: rounded(gibPerProcess, 1),
    gibPerMachine: Math.ceil(gibPerProcess * processesPerMachine),
    percentOfACore: Math.round(
      (perProcess * measured.microsecondsPerDelivery) / 10_000,
    ),
    deliveriesPerSecond: clients / assumed.secondsBetweenMessages,
    megabitPerSecondOfAMachine: Math.ceil((perMachine * 8) / 1_000_000),
    relays,
    processesPerRelay: Math.ceil(processes / relays),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
