/** What was measured of one process. */
export interface Measured {
  /** Processor time for one message to one client, in microseconds. */
  readonly microsecondsPerDelivery: number;
  /** Memory for one client that says nothing, in KiB. */
  readonly kibPerClient: number;
}

/** What is assumed of the clients and the machines. */
export interface Assumed {
  readonly clients: number;
  readonly secondsBetweenMessages: number;
  readonly clientsPerProcess: number;
  readonly processesPerMachine: number;
  readonly bytesPerMessage: number;
}

/** How many processes and machines that takes, and how busy they are. */
export interface Plan {
  readonly processes: number;
  readonly machines: number;
  readonly gibPerProcess: number;
  readonly gibPerMachine: number;
  /** Of one processor core, by one process. */
  readonly percentOfACore: number;
  readonly deliveriesPerSecond: number;
  readonly megabitPerSecondOfAMachine: number;
  /** When one server of Redis feeds relays, and each relay feeds so many. */
  readonly relays: number;
  readonly processesPerRelay: number;
}

/** What so many clients take, on paper, by what was measured of one process. */
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
