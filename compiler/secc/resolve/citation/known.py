"""Works that letters about the Code call by a short name, without saying what it stands for."""

from types import MappingProxyType

# Short names and names without a year, with the title they stand for. What a letter says itself goes before these.
KNOWN_WORKS = MappingProxyType(
    {
        "Electricity Act": "Electricity Act 1989",
        "Gas Act": "Gas Act 1986",
        "Energy Act": "Energy Act 2008",
        "Utilities Act": "Utilities Act 2000",
        "Freedom of Information Act": "Freedom of Information Act 2000",
        "Environmental Information Regulations": "Environmental Information Regulations 2004",
        "NIS Regulations": "Network and Information Systems Regulations 2018",
        "Network and Information Systems Regulations": "Network and Information Systems Regulations 2018",
        "General Data Protection Regulation": "General Data Protection Regulation",
        "GDPR": "General Data Protection Regulation",
        "Master Registration Agreement": "Master Registration Agreement",
        "MRA": "Master Registration Agreement",
        "Balancing and Settlement Code": "Balancing and Settlement Code",
        "BSC": "Balancing and Settlement Code",
        "Retail Energy Code": "Retail Energy Code",
        "Uniform Network Code": "Uniform Network Code",
        "Uniform Network Codes": "Uniform Network Codes",
        "UNC": "Uniform Network Code",
        "Independent Gas Transporter Uniform Network Code": "Independent Gas Transporter Uniform Network Code",
        "Independent Gas Transporters Uniform Network Code": "Independent Gas Transporters Uniform Network Code",
        "Distribution Connection and Use of System Agreement": "Distribution Connection and Use of System Agreement",
        "DCUSA": "Distribution Connection and Use of System Agreement",
        "Connection and Use of System Code": "Connection and Use of System Code",
        "CUSC": "Connection and Use of System Code",
        "Supply Point Administration Agreement": "Supply Point Administration Agreement",
        "SPAA": "Supply Point Administration Agreement",
        "Smart Metering Installation Code of Practice": "Smart Metering Installation Code of Practice",
        "SMICoP": "Smart Metering Installation Code of Practice",
        "Grid Code": "Grid Code",
        "Distribution Code": "Distribution Code",
    }
)
